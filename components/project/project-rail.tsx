import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import { State } from "@/components/ui/tiles";
import type { FormAction } from "@/lib/form/form-state";
import type { LeadToTake } from "@/lib/project/carried/types";
import type { OwnOffer, ProjectView } from "@/lib/project/page/types";
import { coverageOf, isOver } from "@/lib/project/rules";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import { ByDay } from "./by-day";
import { Carriers } from "./carriers";
import { type IdeaActions, IdeaRail, InDream } from "./idea-rail";
import { isAtWork } from "./project-head";

export type RailActions = {
  readonly withdraw: FormAction;
  readonly answerHandover: FormAction;
  /** Null for whoever may not take the project on. */
  readonly adopt: FormAction | null;
  readonly idea: IdeaActions;
  readonly takeLead: FormAction;
};

type ProjectRailProps = {
  project: ProjectView;
  actions: RailActions;
  /** Null for whoever may not take the lead for an association of theirs. */
  lead: LeadToTake | null;
  today: string;
};

/** What whoever looks can do here, then the project in short. */
export function ProjectRail({ project, actions, lead, today }: ProjectRailProps) {
  const { viewer } = project;
  return (
    <>
      <IdeaRail project={project} actions={actions.idea} />
      {viewer?.isAskedToLead ? <Asked project={project} action={actions.answerHandover} /> : null}
      {viewer?.isOwner ? <Lead project={project} /> : null}
      {viewer?.offers.some(isHeld) ? <Own project={project} action={actions.withdraw} today={today} /> : null}
      <InDream project={project} actions={actions.idea} />
      {actions.adopt ? <LeftBehind slug={project.slug} adopt={actions.adopt} /> : null}
      {lead ? <TakeLead lead={lead} action={actions.takeLead} /> : null}
      <Carriers project={project} />
      <InShort project={project} />
    </>
  );
}

const isHeld = ({ state }: OwnOffer) => state === "WAITING" || state === "QUEUED" || state === "ACCEPTED";

function Asked({ project: { slug }, action }: { project: ProjectView; action: FormAction }) {
  const t = useTranslations("project.page");
  return (
    <Panel title={t("askedTitle")} isBand>
      <p className="meta">{t("asked")}</p>
      <Actions className="mt-4">
        <ButtonForm
          action={action}
          formKey={crypto.randomUUID()}
          hidden={{ slug, answer: "ACCEPTED" }}
          look="primary"
          size="small"
        >
          {t("yes")}
        </ButtonForm>
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ slug, answer: "REFUSED" }} size="small">
          {t("notNow")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

function LeftBehind({ slug, adopt }: { slug: string; adopt: FormAction }) {
  const t = useTranslations("project.page");
  return (
    <Panel title={t("leftBehind")} isBand>
      <p className="meta">{t("adoptNote")}</p>
      <Actions className="mt-4">
        <ButtonForm action={adopt} formKey={crypto.randomUUID()} hidden={{ slug }} size="small">
          {t("adopt")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

function TakeLead({ lead, action }: { lead: LeadToTake; action: FormAction }) {
  const t = useTranslations("project.joint");
  const { coHostingId, association: name, ownerStays } = lead;
  return (
    <Panel title={t("takeTitle")} isBand>
      <p className="meta">{ownerStays ? t("takeNote", { name }) : t("takeOwner")}</p>
      <Actions className="mt-4">
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ coHostingId }} size="small">
          {t("take", { name })}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

/** The way to the work where the head of the page has none: once it is over, it is still there to read. */
function ToWork({ project }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  if (isAtWork(project) || !project.viewer?.isInside) return null;
  return (
    <LinkButton size="small" href={{ pathname: "/projects/[slug]/work", params: { slug: project.slug } }}>
      {t("work")}
    </LinkButton>
  );
}

function Lead({ project }: { project: ProjectView }) {
  const t = useTranslations("project.page");
  const { slug, viewer, state } = project;
  return (
    <Panel title={t("lead")} isBand>
      {state === "IDEA" ? null : <p className="meta">{t("offersWaiting", { count: viewer?.offersWaiting ?? 0 })}</p>}
      <Actions className="mt-4">
        <LinkButton size="small" href={{ pathname: "/projects/[slug]/manage", params: { slug } }}>
          {t("manage")}
        </LinkButton>
        {state === "IDEA" ? null : (
          <>
            <ToWork project={project} />
            <LinkButton
              size="small"
              look="quiet"
              href={{ pathname: "/projects/[slug]/contributions", params: { slug } }}
            >
              {t("declare")}
            </LinkButton>
          </>
        )}
      </Actions>
    </Panel>
  );
}

type OwnProps = { project: ProjectView; action: FormAction; today: string };

function Own({ project, action, today }: OwnProps) {
  const t = useTranslations("project.page");
  const offers = project.viewer?.offers.filter(isHeld) ?? [];
  const hasSeat = offers.some(({ state }) => state === "ACCEPTED");
  const { slug, state } = project;
  return (
    <Panel title={t(hasSeat ? "yours" : "yourOffers")} isBand>
      <ul className="ledger ledger--tight">
        {offers.map((offer) => (
          <li key={offer.id}>
            <OwnSeat offer={offer} action={action} isOver={isOver(state)} today={today} />
          </li>
        ))}
      </ul>
      {hasSeat ? (
        <Actions className="mt-4">
          <ToWork project={project} />
          <LinkButton size="small" look="quiet" href={{ pathname: "/projects/[slug]/contributions", params: { slug } }}>
            {t("declare")}
          </LinkButton>
        </Actions>
      ) : null}
    </Panel>
  );
}

type OwnSeatProps = { offer: OwnOffer; action: FormAction; isOver: boolean; today: string };

function OwnSeat({ offer, action, isOver, today }: OwnSeatProps) {
  const t = useTranslations("project.page");
  const { id, need, due, state } = offer;
  const isSeat = state === "ACCEPTED";
  const note = isSeat ? t("leaveNote") : state === "QUEUED" ? t("queuedNote") : t("waitingNote");
  return (
    <>
      <p>
        <b>{need}</b>
      </p>
      <p className="meta">
        <State tone={isSeat ? "done" : "ask"}>{t(`own.${state as "WAITING"}`)}</State>
        {due ? (
          <>
            {" "}
            · <ByDay on={due} today={today} />
          </>
        ) : null}
      </p>
      {isOver ? null : (
        <>
          <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ offerId: id }} look="quiet" size="small">
            {t(isSeat ? "leave" : "withdraw")}
            <span className="vh">: {need}</span>
          </ButtonForm>
          <p className="meta">{note}</p>
        </>
      )}
    </>
  );
}

function InShort({ project }: { project: ProjectView }) {
  const t = useTranslations("project");
  const locale = useLocale();
  const { critical, criticalTaken, useful, usefulTaken } = coverageOf(project.needs);
  const seated = criticalTaken + usefulTaken;
  const people =
    project.state === "IDEA" && project.dream
      ? t("page.peopleDreaming", { count: project.dream.people, needed: project.dream.peopleNeeded })
      : t("page.peopleCount", { seated, free: critical + useful - seated });
  return (
    <Panel title={t("page.inShort")}>
      <Facts
        facts={[
          { term: t("page.state"), value: t(`state.${project.state}`) },
          { term: t("page.people"), value: people },
          ...(project.nextDue ? [{ term: t("page.nextStep"), value: <Day on={project.nextDue} /> }] : []),
          ...(project.place ? [{ term: t("page.place"), value: placeWithProvince(project.place, locale) }] : []),
          ...(project.forWhom
            ? [{ term: t("page.forWhom"), value: <span lang={project.locale}>{project.forWhom}</span> }]
            : []),
        ]}
      />
    </Panel>
  );
}
