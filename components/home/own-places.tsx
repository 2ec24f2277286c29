import { useTranslations } from "next-intl";
import { Emblem, ProjectEmblem } from "@/components/ui/emblem";
import { Joined } from "@/components/ui/joined";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { Who } from "@/components/ui/who";
import { Link } from "@/lib/i18n/navigation";
import type { OwnAssociation, OwnProject } from "@/lib/notification/home/types";

/** The associations one belongs to, with what one does there. */
export function OwnAssociations({ associations }: { associations: readonly OwnAssociation[] }) {
  const t = useTranslations("home");
  return (
    <Joined>
      {associations.map(({ slug, name, values, isPaused, roles, ownRoles }) => (
        <li key={slug}>
          <Who
            tile={<Emblem slug={slug} values={values} side={48} />}
            name={<Link href={{ pathname: "/associations/[slug]", params: { slug } }}>{name}</Link>}
            level={3}
            lines={[
              isPaused
                ? t("paused")
                : roles.length + ownRoles.length > 0
                  ? [...roles.map((role) => t(`role.${role}`)), ...ownRoles].join(", ")
                  : t("member"),
            ]}
          />
        </li>
      ))}
    </Joined>
  );
}

/** The projects one leads or takes part in, and how far they are. */
export function OwnProjects({ projects }: { projects: readonly OwnProject[] }) {
  const t = useTranslations("home");
  return (
    <Ledger look="projects">
      {projects.map(({ slug, name, values, state, isLead, covered }) => (
        <ProjectRow
          key={slug}
          emblem={<ProjectEmblem slug={slug} values={values} covered={covered} side={48} />}
          name={<Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{name}</Link>}
          line={t(isLead ? "lead" : state === "IDEA" ? "dreamer" : "participant")}
          state={t(`projectState.${state}`)}
        />
      ))}
    </Ledger>
  );
}
