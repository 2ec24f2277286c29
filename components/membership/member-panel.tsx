import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions, LinkButton } from "@/components/ui/button";
import { Day, Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { WaitingCharter } from "@/lib/membership/acceptance/types";
import type { MemberPosition, OfferedRole } from "@/lib/membership/position/types";
import type { Responsibility } from "@/lib/membership/role/types";

type Acts = { readonly acceptRole: FormAction; readonly refuseRole: FormAction; readonly takeUp: FormAction };
type MemberPanelProps = { slug: string; position: MemberPosition; actions: Acts };

/** For those who belong: what waits for their answer, their pledge, the desk, the way out. */
export function MemberPanel({ slug, position, actions }: MemberPanelProps) {
  return (
    <>
      {position.mayTakeUp ? <TakeUp slug={slug} action={actions.takeUp} /> : null}
      {position.offeredRoles.map((role) => (
        <Offered key={role.id} role={role} actions={actions} />
      ))}
      {position.waiting ? <CharterWaits slug={slug} position={position} waiting={position.waiting} /> : null}
      <Belonging slug={slug} position={position} />
    </>
  );
}

type CharterWaitsProps = { slug: string; position: MemberPosition; waiting: WaitingCharter };

/** A charter that changed: what its days say, and where to read it (rule M11). */
function CharterWaits({ slug, position: { state }, waiting }: CharterWaitsProps) {
  const t = useTranslations("membership.enter");
  const { stage, overdueAt } = waiting;
  const isEarly = stage === "OPEN" || stage === "DUE_SOON";
  const says = state === "PAUSED" ? "charterPaused" : isEarly ? "charterWaits" : "charterOverdue";
  return (
    <Panel title={t("charterChanged")} isBand>
      <p className="meta">{t.rich(says, { day: () => <Instant at={overdueAt} /> })}</p>
      <Actions className="mt-4">
        <LinkButton look="primary" href={{ pathname: "/associations/[slug]/pledge", params: { slug } }}>
          {t("readChange")}
        </LinkButton>
      </Actions>
    </Panel>
  );
}

function TakeUp({ slug, action }: { slug: string; action: FormAction }) {
  const t = useTranslations("membership.enter");
  return (
    <Panel title={t("custody")} isBand>
      <p className="meta">{t("custodyNote")}</p>
      <Actions className="mt-4">
        <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }} look="primary">
          {t("takeUp")}
        </ButtonForm>
      </Actions>
    </Panel>
  );
}

function Offered({ role: { id, role, own, by, isChange, trust }, actions }: { role: OfferedRole; actions: Acts }) {
  const t = useTranslations("membership");
  const { name, duty: note } = own ?? {
    name: t(`role.${role ?? "WELCOMER"}`),
    duty: t(`roleNote.${role ?? "WELCOMER"}`),
  };
  const accepted = { roleGrantId: id, ...(own && { version: String(own.version) }) };
  return (
    <Panel title={t(isChange ? "enter.roleChanged" : "enter.roleOffered", { role: name })} isBand>
      <p className="meta">
        {by && !isChange
          ? t("enter.roleBy", { name: by, note: withoutStop(note) })
          : t("enter.roleByNobody", { note: withoutStop(note) })}
      </p>
      <Answers responsibilities={own?.responsibilities ?? []} />
      <TrustAsked trust={trust} />
      <Actions className="mt-4">
        {trust?.isThere === false ? null : (
          <ButtonForm action={actions.acceptRole} formKey={crypto.randomUUID()} hidden={accepted} look="primary">
            {t("enter.accept")}
          </ButtonForm>
        )}
        {isChange ? null : (
          <ButtonForm action={actions.refuseRole} formKey={crypto.randomUUID()} hidden={{ roleGrantId: id }}>
            {t("enter.notNow")}
          </ButtonForm>
        )}
      </Actions>
    </Panel>
  );
}

/** Words of an association that another sentence goes on from: their full stop is left to it. */
const withoutStop = (words: string) => words.replace(/\.$/, "");

/** Whether the trust it takes is there; never how much of it. */
function TrustAsked({ trust }: Pick<OfferedRole, "trust">) {
  const t = useTranslations("membership.trust");
  if (!trust) return null;
  return <p className="meta mt-3">{t(trust.isThere ? "isThere" : "isMissing", { count: trust.needed })}</p>;
}

/** What an own role lets its holder do here. */
function Answers({ responsibilities }: { responsibilities: readonly Responsibility[] }) {
  const t = useTranslations("membership.responsibility");
  if (responsibilities.length === 0) return null;
  return (
    <ul className="tips meta mt-3">
      {responsibilities.map((one) => (
        <li key={one}>{t(one)}</li>
      ))}
    </ul>
  );
}

/** Where a member goes from here; the way out comes last. */
const PLACES = [
  ["contributions", "/associations/[slug]/contributions"],
  ["commitments", "/associations/[slug]/commitments"],
  ["standing", "/associations/[slug]/standing"],
  ["decisions", "/associations/[slug]/decisions"],
  ["roles", "/associations/[slug]/roles"],
  ["card", "/associations/[slug]/card"],
  ["log", "/associations/[slug]/manage/log"],
  ["report", "/associations/[slug]/report"],
  ["leave", "/associations/[slug]/leave"],
] as const;

function Belonging({ slug, position }: { slug: string; position: MemberPosition }) {
  const t = useTranslations("membership.enter");
  const say = useTranslations("membership");
  const { state, isPledgeOver, pledgedUntil, responsibilities, offeredRoles, pausedRoles, mayTakeUp } = position;
  const day = () => <Day on={pledgedUntil} />;
  const params = { slug };
  const isQuiet = offeredRoles.length > 0 || mayTakeUp;
  return (
    <Panel title={state === "PAUSED" ? t("paused") : t("member")} isBand={!isQuiet}>
      <p className="meta">{t.rich(isPledgeOver ? "pledgeOver" : "pledgedUntil", { day })}</p>
      {pausedRoles.map(({ id, role, own, untilOn }) => (
        <p key={id} className="meta mt-3">
          {t.rich("rolePaused", { role: own ?? say(`role.${role ?? "WELCOMER"}`), day: () => <Day on={untilOn} /> })}
        </p>
      ))}
      <Actions className="mt-4">
        <LinkButton
          look={isPledgeOver ? "primary" : "neutral"}
          href={{ pathname: "/associations/[slug]/pledge", params }}
        >
          {isPledgeOver ? t("renew") : t("pledge")}
        </LinkButton>
        {responsibilities.includes("ADMIT") ? (
          <LinkButton href={{ pathname: "/associations/[slug]/manage/applications", params }}>{t("desk")}</LinkButton>
        ) : null}
      </Actions>
      <ul className="places mt-4">
        {PLACES.map(([place, pathname]) => (
          <li key={place}>
            <Link
              className="lone-link"
              href={place === "report" ? { pathname, params, query: { about: "TEXT" } } : { pathname, params }}
            >
              {t(place)}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
