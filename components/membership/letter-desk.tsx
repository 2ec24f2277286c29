import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import { REASON_CHARS_MAX } from "@/lib/membership/invitation/schema";
import type { SentLetter } from "@/lib/membership/letter/types";
import { PersonName, Portrait } from "./person-name";

/** One person at a time, at an address, saying why (promise P52). */
export function LetterForm({ slug, action }: { slug: string; action: FormAction }) {
  const t = useTranslations("membership.invite");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} charsMax={REASON_CHARS_MAX} />
      <SubmitButton>{t("sendLetter")}</SubmitButton>
    </Form>
  );
}

type SentLettersProps = { letters: readonly SentLetter[]; withdraw: FormAction };

/** What I wrote. Whoever answers is named once they are in, and not before (rule PT3). */
export function SentLetters({ letters, withdraw }: SentLettersProps) {
  const t = useTranslations("membership.invite");
  if (letters.length === 0) return <p className="meta">{t("noLetters")}</p>;
  return (
    <Todo>
      {letters.map((letter) => (
        <LetterItem key={letter.id} letter={letter} withdraw={withdraw} />
      ))}
    </Todo>
  );
}

function LetterItem({ letter, withdraw }: { letter: SentLetter; withdraw: FormAction }) {
  const t = useTranslations("membership.invite");
  const { id, email, person, reason, outcome, createdAt, expiresAt } = letter;
  const isOpen = outcome === "PENDING";
  return (
    <TodoItem
      emblem={person ? <Portrait person={person} side={48} /> : null}
      title={person ? <PersonName person={person} /> : (email ?? t("erased"))}
      due={<span className="caption">{t(`outcome.${outcome}`)}</span>}
      actions={
        isOpen ? (
          <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ letterId: id }} size="small">
            {t("withdraw")}
          </ButtonForm>
        ) : null
      }
    >
      {reason}{" "}
      <span className="caption">
        {isOpen
          ? t.rich("until", { day: () => <Instant at={expiresAt} look="dated" /> })
          : t.rich("on", { day: () => <Instant at={createdAt} look="dated" /> })}
      </span>
    </TodoItem>
  );
}
