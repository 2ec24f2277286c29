import { useTranslations } from "next-intl";
import { Emblem, ProjectEmblem } from "@/components/ui/emblem";
import { Deed, Deeds } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { Link } from "@/lib/i18n/navigation";
import type { Happening } from "@/lib/notification/home/types";

/** What others did in one's own circles: a date, a name, a fact. */
export function Happenings({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <Deeds>
      {happenings.map((happening) => (
        <HappeningRow key={happening.id} happening={happening} />
      ))}
    </Deeds>
  );
}

function HappeningRow({ happening }: { happening: Happening }) {
  const t = useTranslations("activity");
  const { kind, at, person, association, project, detail } = happening;
  const place = project?.name ?? association?.name ?? "";
  const words = {
    place,
    person: person?.name ?? "",
    association: association?.name ?? "",
    project: project?.name ?? "",
    detail,
  };
  return (
    <Deed
      when={<Instant at={at} look="short" />}
      emblem={
        project ? (
          <ProjectEmblem slug={project.slug} values={project.values} covered={1} />
        ) : (
          <Emblem slug={association?.slug ?? ""} values={association?.values ?? []} />
        )
      }
      title={t(kind, words)}
      where={
        project ? (
          <Link href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>{project.name}</Link>
        ) : association ? (
          <Link href={{ pathname: "/associations/[slug]", params: { slug: association.slug } }}>
            {association.name}
          </Link>
        ) : null
      }
    />
  );
}
