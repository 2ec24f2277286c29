import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import type { ProjectView } from "@/lib/project/page/types";

export type IdeaActions = {
  readonly withdraw: FormAction;
  readonly decline: FormAction;
  readonly answerSeat: FormAction;
};

type IdeaRailProps = { project: ProjectView; actions: IdeaActions };

/** What an idea, or what it became, asks of whoever looks. */
export function IdeaRail({ project, actions }: IdeaRailProps) {
  const { viewer, state } = project;
  if (!viewer) return null;
  const { invitation, seat } = viewer.dream;
  return (
    <>
      {invitation && state === "IDEA" ? <Invited project={project} action={actions.decline} /> : null}
      {seat ? <SeatAsked project={project} action={actions.answerSeat} /> : null}
    </>
  );
}

/** What whoever looks is in it: they dream it too, or did. */
export function InDream({ project, actions }: IdeaRailProps) {
  const { viewer } = project;
  return viewer?.dream.isIn && !viewer.isOwner ? <In project={project} action={actions.withdraw} /> : null;
}

type AskedProps = { project: ProjectView; action: FormAction };

function Invited({ project: { slug, viewer, locale }, action }: AskedProps) {
  const t = useTranslations("project.idea");
  const name = viewer?.dream.invitation?.person?.name;
  return (
    <Panel title={name ? t("invited", { name }) : t("invitedBySomeone")} isBand>
      <p className="remark" lang={locale}>
        {viewer?.dream.invitation?.reason}
      </p>
      <Actions className="mt-4">
        <LinkButton look="primary" size="small" href={{ pathname: "/projects/[slug]/join", params: { slug } }}>
          {t("joinSubmit")}
        </LinkButton>
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ slug }} size="small">
          {t("notNow")}
        </ButtonForm>
      </Actions>
      <p className="meta">{t("notNowNote")}</p>
    </Panel>
  );
}

function SeatAsked({ project: { slug, viewer }, action }: AskedProps) {
  const t = useTranslations("project.idea");
  const seat = viewer?.dream.seat;
  const answer = (said: "ACCEPTED" | "DECLINED") => ({
    action,
    formKey: crypto.randomUUID(),
    hidden: { slug, answer: said },
  });
  return (
    <Panel title={t("seatAsked")} isBand>
      <p className="meta">{t("seatText", { seat: seat?.title ?? "" })}</p>
      {seat?.isFull ? <p className="meta">{t("seatFull")}</p> : null}
      <Actions className="mt-4">
        <ButtonForm {...answer("ACCEPTED")} look="primary" size="small">
          {t("seatYes")}
        </ButtonForm>
        <ButtonForm {...answer("DECLINED")} size="small">
          {t("notNow")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

function In({ project: { slug, state }, action }: AskedProps) {
  const t = useTranslations("project.idea");
  const isIdea = state === "IDEA";
  return (
    <Panel title={t("in")} isBand={isIdea}>
      <p className="meta">{t(isIdea ? "inNote" : "leaveNamedNote")}</p>
      <Actions className="mt-4">
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ slug }} look="quiet" size="small">
          {t(isIdea ? "leave" : "leaveNamed")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}
