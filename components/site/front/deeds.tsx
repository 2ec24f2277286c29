import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { ProjectEmblem } from "@/components/ui/emblem";
import { Deed, Deeds } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { Link } from "@/lib/i18n/navigation";
import type { FrontDeed } from "@/lib/notification/front/types";

/** What projects have come to lately. */
export function FrontDeeds({ deeds }: { deeds: readonly FrontDeed[] }) {
  const t = useTranslations("site.front");
  return (
    <Section id="deeds" title={t("deeds")} note={t("deedsNote")}>
      <Deeds>
        {deeds.map(({ project, association, turn, at, covered }) => (
          <Deed
            key={project.slug}
            when={<Instant at={at} look="short" />}
            emblem={<ProjectEmblem slug={project.slug} values={project.values} covered={covered} />}
            title={t(`turn.${turn}`, { project: project.name })}
            where={
              <>
                <Link href={{ pathname: "/projects/[slug]", params: { slug: project.slug } }}>{t("read")}</Link>
                {association ? ` · ${association.name}` : null}
              </>
            }
          />
        ))}
      </Deeds>
    </Section>
  );
}
