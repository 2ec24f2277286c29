import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { HelpingList } from "@/components/project/helping-list";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/lib/i18n/navigation";
import type { HomeView } from "@/lib/notification/home/types";
import type { WaitingItem } from "@/lib/notification/waiting/types";
import { Happenings } from "./happenings";
import { OwnAssociations, OwnProjects } from "./own-places";
import { WaitingList } from "./waiting-list";

type HomeSectionsProps = {
  waiting: readonly WaitingItem[];
  home: HomeView;
  today: string;
};

/** What waits, what is one's own, what happened; nothing that is empty but the first. */
export function HomeSections({ waiting, home, today }: HomeSectionsProps) {
  const t = useTranslations("home");
  const h = useTranslations("project.helping");
  const { associations, projects, happenings, helping } = home;
  return (
    <>
      <Section
        id="waiting"
        title={t("waiting.title")}
        note={waiting.length > 0 ? t("waiting.note", { count: waiting.length }) : null}
      >
        {waiting.length > 0 ? <WaitingList items={waiting} today={today} /> : <p>{t("waiting.none")}</p>}
      </Section>
      {associations.length > 0 ? (
        <Section
          id="associations"
          title={t("associations")}
          note={<Link href="/associations">{t("allAssociations")}</Link>}
        >
          <OwnAssociations associations={associations} />
        </Section>
      ) : null}
      {projects.length > 0 ? (
        <Section
          id="projects"
          title={t("projects")}
          note={
            <>
              <Link href="/projects/mine">{t("ownProjects")}</Link> · <Link href="/projects/new">{t("propose")}</Link>
            </>
          }
        >
          <OwnProjects projects={projects} />
        </Section>
      ) : null}
      {helping.length > 0 ? (
        <Section id="helping" title={h("title")} note={<Link href="/projects">{t("allProjects")}</Link>}>
          <HelpingList needs={helping} />
        </Section>
      ) : null}
      {happenings.length > 0 ? (
        <Section id="happened" title={t("happened")} note={t("happenedNote")}>
          <Happenings happenings={happenings} />
        </Section>
      ) : null}
      {associations.length + projects.length === 0 ? <Beginning /> : null}
    </>
  );
}

function Beginning() {
  const t = useTranslations("home.start");
  return (
    <Empty
      title={t("title")}
      actions={
        <>
          <LinkButton look="primary" href="/associations">
            {t("associations")}
          </LinkButton>
          <LinkButton look="quiet" href="/people">
            {t("people")}
          </LinkButton>
        </>
      }
      example={t("example")}
      exampleNote={t("exampleNote")}
    >
      {t("text")}
    </Empty>
  );
}
