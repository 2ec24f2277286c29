import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Todo, TodoItem } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";
import type { ImportDesk, ImportLine } from "@/lib/membership/import/types";
import { REASON_CHARS_MAX } from "@/lib/membership/invitation/schema";

type ImportFormProps = { desk: ImportDesk; today: string; action: FormAction };

/** The members an association had before it came here: a list, what they are told, and that they agreed to be. */
export function ImportForm({ desk, today, action }: ImportFormProps) {
  const t = useTranslations("membership.import");
  const { association, left } = desk;
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: association.slug }}>
      <p className="hint">{t("lead")}</p>
      <TextArea name="lines" label={t("lines")} hint={t("linesHint", { left })} rows={8} />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} charsMax={REASON_CHARS_MAX} />
      <TextField name="consentHow" label={t("consentHow")} hint={t("consentHowHint")} autoComplete="off" />
      <DateField name="consentOn" label={t("consentOn")} max={today} />
      <Checkbox name="declares" label={t("declares")} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}

type ImportsProps = { imports: readonly ImportLine[]; withdraw: FormAction };

/** The lists handed in: how long, who came in by them, and never who was written to. */
export function Imports({ imports, withdraw }: ImportsProps) {
  const t = useTranslations("membership.import");
  if (imports.length === 0) return <p className="meta">{t("none")}</p>;
  return (
    <Todo>
      {imports.map(({ id, lineCount, enteredCount, isOpen, isOwn, createdAt }) => (
        <TodoItem
          key={id}
          emblem={null}
          title={t("line", { count: lineCount })}
          due={<span className="caption">{t.rich("on", { day: () => <Instant at={createdAt} look="dated" /> })}</span>}
          actions={
            isOpen && isOwn ? (
              <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ importId: id }} size="small">
                {t("withdraw")}
              </ButtonForm>
            ) : null
          }
        >
          {t("entered", { count: enteredCount })}
        </TodoItem>
      ))}
    </Todo>
  );
}
