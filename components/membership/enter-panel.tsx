import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { AssociationView } from "@/lib/association/types";
import type { FormAction } from "@/lib/form/form-state";
import type { MissingPart } from "@/lib/member/types";
import type { Position } from "@/lib/membership/position/types";
import { MemberPanel } from "./member-panel";

export type EnterActions = {
  readonly withdraw: FormAction;
  readonly declineInvitation: FormAction;
  readonly acceptRole: FormAction;
  readonly refuseRole: FormAction;
  readonly takeUp: FormAction;
};

type EnterPanelProps = { association: AssociationView; position: Position; actions: EnterActions };
type Standing<Kind extends Position["kind"]> = Extract<Position, { kind: Kind }>;

/** How to come in, and the one act that fits whoever looks. */
export function EnterPanel({ association, position, actions }: EnterPanelProps) {
  switch (position.kind) {
    case "visitor":
      return <Visitor association={association} />;
    case "member":
      return <MemberPanel slug={association.slug} position={position} actions={actions} />;
    case "pending":
      return <Pending position={position} action={actions.withdraw} />;
    case "invited":
      return <Invited association={association} position={position} action={actions.declineInvitation} />;
    case "outsider":
      return <Outsider association={association} position={position} />;
  }
}

/** The four steps everybody takes, whatever the door. */
function Steps({ association }: { association: AssociationView }) {
  const t = useTranslations("membership.enter");
  return (
    <>
      <ol className="enter">
        <li>{t("step1")}</li>
        <li>{t("step2", { count: association.charter.clauses.length })}</li>
        <li>{t("step3")}</li>
        <li>{t("step4")}</li>
      </ol>
      <p className="meta mt-3">{t(`note${association.entry}`, { days: association.decisionDays })}</p>
      {association.sponsorsRequired > 0 ? (
        <p className="meta mt-3">{t("sponsors", { count: association.sponsorsRequired })}</p>
      ) : null}
    </>
  );
}

function Visitor({ association }: { association: AssociationView }) {
  const t = useTranslations("membership.enter");
  const isInviteOnly = association.entry === "INVITATION";
  return (
    <Panel title={t("title")} isBand>
      <Steps association={association} />
      {isInviteOnly || association.state !== "OPEN" ? null : (
        <>
          <Apply association={association} label={t("signIn")} />
          <p className="meta mt-3">{t("signInNote")}</p>
        </>
      )}
    </Panel>
  );
}

/** The same way in as at the head of the page, which keeps the one primary button. */
function Apply({ association, label }: { association: AssociationView; label: string }) {
  const href = { pathname: "/associations/[slug]/apply", params: { slug: association.slug } } as const;
  return (
    <LinkButton className="mt-4" isWide href={href}>
      {label}
    </LinkButton>
  );
}

function Pending({ position, action }: { position: Standing<"pending">; action: FormAction }) {
  const t = useTranslations("membership.enter");
  const { applicationId: id, submittedAt, answerBy } = position;
  const dates = { sent: () => <Instant at={submittedAt} />, due: () => <Instant at={answerBy} /> };
  return (
    <Panel title={t("pending")} isBand>
      <p className="meta">{t.rich("pendingNote", dates)}</p>
      <Actions className="mt-4">
        <LinkButton href={{ pathname: "/applications/[id]", params: { id } }}>{t("seeApplication")}</LinkButton>
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ applicationId: id }} look="quiet">
          {t("withdraw")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

type InvitedProps = { association: AssociationView; position: Standing<"invited">; action: FormAction };

function Invited({ association, position, action }: InvitedProps) {
  const t = useTranslations("membership.enter");
  const { inviter, reason, expiresAt, invitationId, missingProfile } = position;
  return (
    <Panel title={t("invited", { inviter })} isBand>
      <blockquote className="remark">{reason}</blockquote>
      <p className="meta mt-3">{t.rich("invitedUntil", { day: () => <Instant at={expiresAt} /> })}</p>
      {missingProfile.length > 0 ? (
        <Missing parts={missingProfile} />
      ) : (
        <Apply association={association} label={t("answer")} />
      )}
      <Actions className="mt-3">
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ invitationId }}>
          {t("notNow")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

function Outsider({ association, position }: { association: AssociationView; position: Standing<"outsider"> }) {
  const t = useTranslations("membership.enter");
  const { refusal, missingProfile } = position;
  if (association.state === "CUSTODY")
    return (
      <Panel title={t("custody")} isBand>
        <p className="meta">{t("custodyOutside")}</p>
      </Panel>
    );
  return (
    <Panel title={t("title")} isBand>
      <Steps association={association} />
      {refusal === null ? (
        missingProfile.length > 0 ? (
          <Missing parts={missingProfile} />
        ) : (
          <Apply association={association} label={t(association.entry === "OPEN" ? "join" : "apply")} />
        )
      ) : (
        <Refused refusal={refusal} />
      )}
    </Panel>
  );
}

function Refused({ refusal: { code, from } }: { refusal: NonNullable<Standing<"outsider">["refusal"]> }) {
  const t = useTranslations("membership.enter");
  if (code === "membership.full") return <p className="mt-4">{t("full")}</p>;
  if (code !== "membership.reapplyTooSoon" || from === null) return null;
  return <p className="mt-4">{t.rich("cooling", { day: () => <Instant at={new Date(from)} /> })}</p>;
}

/** What a profile still lacks before any door opens (rule M2), and the way to it. */
export function Missing({ parts }: { parts: readonly MissingPart[] }) {
  const t = useTranslations("membership.enter");
  return (
    <>
      <p className="meta mt-3">{t("missing", { parts: parts.map((part) => t(`part.${part}`)).join(", ") })}</p>
      <LinkButton className="mt-3" look="primary" isWide href="/profile">
        {t("profile")}
      </LinkButton>
    </>
  );
}
