import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { REASON_CHARS_MAX } from "@/lib/membership/invitation/schema";
import type { SentInvitation } from "@/lib/membership/invitation/types";
import { StateOf } from "./application-state";
import { PersonName, Portrait } from "./person-name";

/** One person at a time, saying why (promise P52). */
export function InviteForm({ slug, action }: { slug: string; action: FormAction }) {
  const t = useTranslations("membership.invite");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
      <WhomField name="whom" label={t("whom")} />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} charsMax={REASON_CHARS_MAX} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}

type SentProps = { invitations: readonly SentInvitation[]; withdraw: FormAction };

/** What I sent: nobody else sees it, so neither does anybody see a «non ora» (rule PT3). */
export function SentInvitations({ invitations, withdraw }: SentProps) {
  const t = useTranslations("membership.invite");
  if (invitations.length === 0) return <p className="meta">{t("none")}</p>;
  return (
    <Todo>
      {invitations.map(({ id, person, reason, state, createdAt, expiresAt }) => (
        <TodoItem
          key={id}
          emblem={<Portrait person={person} side={48} />}
          title={<PersonName person={person} />}
          due={<StateOf state={state} of="invite.state" />}
          actions={
            state === "PENDING" ? (
              <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ invitationId: id }} size="small">
                {t("withdraw")}
              </ButtonForm>
            ) : null
          }
        >
          {reason}{" "}
          <span className="caption">
            {state === "PENDING"
              ? t.rich("until", { day: () => <Instant at={expiresAt} look="dated" /> })
              : t.rich("on", { day: () => <Instant at={createdAt} look="dated" /> })}
          </span>
        </TodoItem>
      ))}
    </Todo>
  );
}
