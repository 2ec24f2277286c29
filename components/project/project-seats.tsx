import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Feasibility } from "@/components/ui/feasibility";
import { NeedRow } from "@/components/ui/need-row";
import { Notice } from "@/components/ui/notice";
import { State } from "@/components/ui/tiles";
import { Link } from "@/lib/i18n/navigation";
import type { NeedLine, ProjectView } from "@/lib/project/page/types";
import { coverageOf, criticalSeatsFree, isOpenToOffers } from "@/lib/project/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { ByDay } from "./by-day";
import { sitterOf } from "./person";

/** How far the seats are covered, and what that means for the project. */
export function ProjectFeasibility({ project }: { project: ProjectView }) {
  const t = useTranslations("project");
  const { needs, state } = project;
  const { critical, useful } = coverageOf(needs);
  const isToStart = state === "PROPOSED" || state === "FEASIBILITY";
  const sitters = (isCritical: boolean) =>
    needs
      .filter((need) => need.isCritical === isCritical)
      .flatMap((need) => need.sitters)
      .map(({ person }, i) => sitterOf(person, i, t("someone")));
  return (
    <Section id="feasibility" title={t("page.feasibility")} note={isToStart ? t("page.feasibilityNote") : null}>
      <Feasibility
        critical={{ seats: critical, sitters: sitters(true) }}
        useful={{ seats: useful, sitters: sitters(false) }}
      />
      {state === "FEASIBILITY" || state === "ACTIVE" ? <Verdict project={project} /> : null}
    </Section>
  );
}

function Verdict({ project: { needs, state } }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  const missing = criticalSeatsFree(needs);
  const free = needs.reduce((sum, { seats, accepted }) => sum + Math.max(0, seats - accepted), 0);
  const b = (text: ReactNode) => <b>{text}</b>;
  if (missing > 0)
    return state === "ACTIVE" ? (
      <Notice tone="wait" className="mt-4">
        {t("reopened", { count: missing })}
      </Notice>
    ) : null;
  return (
    <Notice tone="done" className="mt-4">
      <p>{state === "ACTIVE" ? t.rich("running", { free, b }) : t.rich("ready", { b })}</p>
    </Notice>
  );
}

/** What the project lacks, who sits where, and how one sits down. */
export function ProjectSeats({ project, today }: { project: ProjectView; today: string }) {
  const t = useTranslations("project");
  const noteOf = useNeedNote();
  return (
    <Section id="seats" title={t("page.seats")} note={t("page.seatsNote")}>
      <ul className="needs">
        {project.needs.map((need) => (
          <NeedRow
            key={need.id}
            title={<span lang={project.locale}>{need.title}</span>}
            kind={need.kind}
            isCritical={need.isCritical}
            note={noteOf(need)}
            sitters={need.sitters.map(({ person, competence }, i) => ({
              ...sitterOf(person, i, t("someone")),
              note: <Brought competence={competence} />,
            }))}
            freeSeats={Math.max(0, need.seats - need.accepted)}
            freeNote={need.due ? <ByDay on={need.due} today={today} /> : null}
            action={<SeatAct project={project} need={need} />}
          />
        ))}
      </ul>
      <BeyondAct project={project} />
    </Section>
  );
}

/** Who sees no seat for what they could bring offers it by its name (rule PJ3); who sits here already, what they bring besides. */
function BeyondAct({ project: { slug, state, viewer, isWithheld } }: { project: ProjectView }) {
  const t = useTranslations("project.beyond");
  if (viewer?.isOwner || isWithheld || !isOpenToOffers(state)) return null;
  const hasSeat = viewer?.offers.some((offer) => offer.state === "ACCEPTED") ?? false;
  return (
    <p className="mt-4">
      <Link href={{ pathname: "/projects/[slug]/offer", params: { slug } }}>{t(hasSeat ? "linkMore" : "link")}</Link>
    </p>
  );
}

function useNeedNote() {
  const t = useTranslations("project");
  const locale = useLocale();
  return ({ seats, minutes, competence }: NeedLine) =>
    [
      seats > 1 && t("seatCount", { count: seats }),
      minutes && t(seats > 1 ? "perSeat" : "hours", { count: Math.round(minutes / 60) }),
      competence && t("page.wantsCompetence", { competence: competenceLabel(competence, locale) }),
    ]
      .filter(Boolean)
      .join(" · ");
}

function Brought({ competence }: { competence: string | null }) {
  const t = useTranslations("project.page");
  const locale = useLocale();
  return competence ? competenceLabel(competence, locale) : t("bringsContact");
}

function SeatAct({ project: { slug, state, viewer, isWithheld }, need }: { project: ProjectView; need: NeedLine }) {
  const t = useTranslations("project.page");
  if (viewer?.isOwner || isWithheld || !isOpenToOffers(state)) return null;
  const own = viewer?.offers.find(({ needId }) => needId === need.id)?.state;
  if (own === "WAITING" || own === "QUEUED" || own === "ACCEPTED")
    return <State tone={own === "ACCEPTED" ? "done" : "ask"}>{t(`own.${own}`)}</State>;
  return (
    <LinkButton size="small" href={{ pathname: "/projects/[slug]/needs/[id]", params: { slug, id: need.id } }}>
      {t("offer")}
      <span className="vh">: {need.title}</span>
    </LinkButton>
  );
}
