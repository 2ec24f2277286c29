import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Actions } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import type { AskedLine, CarriedLine, FarewellLine } from "@/lib/project/cohosting/types";
import { StrandedList } from "./stranded-list";

/** Projects the association is asked to carry: why they, what they would bring, a yes and a «non ora». */
export function AskedProjects({ lines, answer }: { lines: readonly AskedLine[]; answer: FormAction }) {
  const t = useTranslations("project.joint");
  if (lines.length === 0) return <p className="meta">{t("askedNone")}</p>;
  return (
    <ul className="ledger">
      {lines.map((line) => (
        <li key={line.id}>
          <Asked line={line} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Asked({ line, answer }: { line: AskedLine; answer: FormAction }) {
  const t = useTranslations("project.joint");
  const { id, title, purpose, locale, slug, lead, askedBy, askedAt, reason, brings } = line;
  const said = { name: askedBy ?? "", association: lead.name, day: () => <Instant at={askedAt} look="dated" /> };
  const reply = { action: answer, size: "small" as const };
  return (
    <>
      <h3 lang={locale}>
        {slug ? <Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link> : title}
      </h3>
      <p lang={locale}>{purpose}</p>
      <p className="meta">{askedBy ? t.rich("askedBy", said) : t.rich("askedOf", said)}</p>
      <dl className="swap mt-4">
        <dt className="ask">{t("why")}</dt>
        <dd>
          <Prose text={reason} />
        </dd>
        {brings ? (
          <>
            <dt className="give">{t("wouldBring")}</dt>
            <dd>
              <Prose text={brings} />
            </dd>
          </>
        ) : null}
      </dl>
      <p className="meta mt-2">{t("whatYes")}</p>
      <Actions className="mt-4">
        <ButtonForm
          {...reply}
          formKey={crypto.randomUUID()}
          hidden={{ coHostingId: id, answer: "CARRYING" }}
          look="primary"
        >
          {t("yes")}
          <span className="vh">: {title}</span>
        </ButtonForm>
        <ButtonForm {...reply} formKey={crypto.randomUUID()} hidden={{ coHostingId: id, answer: "NOT_NOW" }}>
          {t("no")}
          <span className="vh">: {title}</span>
        </ButtonForm>
      </Actions>
      <p className="meta mt-2">{t("notNowNote")}</p>
    </>
  );
}

type CarriedProps = {
  lines: readonly CarriedLine[];
  actions: { readonly leave: FormAction; readonly leaveLead: FormAction; readonly withdrawLead: FormAction };
};

/** Projects the association carries with others, and the way out of each with what it does. */
export function CarriedProjects({ lines, actions }: CarriedProps) {
  const t = useTranslations("project.joint");
  if (lines.length === 0) return <p className="meta">{t("carriedNone")}</p>;
  return (
    <ul className="ledger">
      {lines.map((line) => (
        <li key={line.slug}>
          <Carried line={line} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function Carried({ line, actions }: { line: CarriedLine; actions: CarriedProps["actions"] }) {
  const t = useTranslations("project.joint");
  const locale = useLocale();
  const { id, slug, title, isOver, lead, coHosts, since } = line;
  const names = new Intl.ListFormat(locale).format(coHosts.map(({ name }) => name));
  return (
    <>
      <h3>
        <Link href={{ pathname: "/projects/[slug]", params: { slug } }}>{title}</Link>
      </h3>
      <p className="meta">
        {id ? t("theyLead", { name: lead.name }) : `${t("youLead")} ${t("with", { names })}`}
        {id ? <> · {t.rich("since", { day: () => <Instant at={since} look="dated" /> })}</> : null}
        {isOver ? ` · ${t("over")}` : null}
      </p>
      {isOver ? null : id ? (
        <Leave id={id} line={line} action={actions.leave} />
      ) : (
        <LeaveLead line={line} actions={actions} />
      )}
    </>
  );
}

function Leave({ id, line: { stranded, title }, action }: { id: string; line: CarriedLine; action: FormAction }) {
  const t = useTranslations("project.joint");
  return (
    <Fold title={t("leave")}>
      <p>{t("leaveNote")}</p>
      <StrandedList stranded={stranded} />
      <ButtonForm action={action} formKey={crypto.randomUUID()} hidden={{ coHostingId: id }} look="stop" size="small">
        {t("leaveSure")}
        <span className="vh">: {title}</span>
      </ButtonForm>
    </Fold>
  );
}

function LeaveLead({
  line: { slug, title, stranded, leadOffer },
  actions,
}: {
  line: CarriedLine;
  actions: CarriedProps["actions"];
}) {
  const t = useTranslations("project.joint");
  const act = { formKey: crypto.randomUUID(), hidden: { slug }, size: "small" as const };
  const whose = <span className="vh">: {title}</span>;
  if (leadOffer)
    return (
      <>
        <p>{t(leadOffer.isLeaving ? "leadLeavingOpen" : "leadOpen")}</p>
        {leadOffer.isLeaving ? (
          <ButtonForm {...act} action={actions.withdrawLead}>
            {t("withdrawLead")}
            {whose}
          </ButtonForm>
        ) : null}
      </>
    );
  return (
    <Fold title={t("leaveLead")}>
      <p>{t("leaveLeadNote")}</p>
      <StrandedList stranded={stranded} />
      <ButtonForm {...act} action={actions.leaveLead} look="stop">
        {t("leaveLeadSure")}
        {whose}
      </ButtonForm>
    </Fold>
  );
}

/** Projects whose owner ended it, with the reason told. */
export function Farewells({ lines }: { lines: readonly FarewellLine[] }) {
  return (
    <ul className="ledger">
      {lines.map(({ id, title, endedAt, farewell }) => (
        <li key={id}>
          <h3>{title}</h3>
          <p className="meta">
            <Instant at={endedAt} look="dated" />
          </p>
          <Prose text={farewell} />
        </li>
      ))}
    </ul>
  );
}
