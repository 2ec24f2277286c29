import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { useDates } from "@/components/ui/dates";
import { Ledger } from "@/components/ui/ledger";
import type { OwnSession } from "@/lib/account/session/types";
import type { FormAction } from "@/lib/form/form-state";

type SessionListProps = {
  sessions: readonly OwnSession[];
  revokeAction: FormAction;
  endAllAction: FormAction;
  formKeys: readonly [revoke: string, endAll: string];
};

/** Every browser one is signed in with, and a button to sign it out; then one for all. */
export function SessionList({ sessions, revokeAction, endAllAction, formKeys }: SessionListProps) {
  const t = useTranslations("account.security.sessions");
  return (
    <Section id="sessions" title={t("title")}>
      <p className="mb-4">{t("lead")}</p>
      <Form action={revokeAction} formKey={formKeys[0]} labelledBy="sessions-title">
        <Ledger>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Ledger>
      </Form>
      <div className="mt-6">
        <p className="mb-4">{t("everywhereText")}</p>
        <ButtonForm action={endAllAction} formKey={formKeys[1]} hidden={{}}>
          {t("everywhere")}
        </ButtonForm>
      </div>
    </Section>
  );
}

function SessionRow({ session: { id, browser, system, createdAt, lastSeenAt, isThisOne } }: { session: OwnSession }) {
  const t = useTranslations("account.security.sessions");
  const format = useDates();
  const device = browser && system ? t("device", { browser, system }) : browser || system || t("unknown");
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  const since = t("since", { date: format.dateTime(createdAt, day) });
  const time = format.dateTime(lastSeenAt, { hour: "2-digit", minute: "2-digit" });
  const seen = t("seen", { date: format.dateTime(lastSeenAt, day), time });
  return (
    <li className="row">
      <div>
        <b>{device}</b> {isThisOne ? <span className="chip chip--on">{t("thisOne")}</span> : null}
        <p className="meta">
          {since} · {seen}
        </p>
      </div>
      {isThisOne ? null : (
        <span className="push">
          <SubmitButton look="neutral" size="small" name="sessionId" value={id}>
            {t("revoke")}
            <span className="vh"> {device}</span>
          </SubmitButton>
        </span>
      )}
    </li>
  );
}
