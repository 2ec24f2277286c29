import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";
import { CERTAIN_MAILS, type MailChoice } from "@/lib/notification/types";

type MailChoicesProps = {
  choices: readonly MailChoice[];
  isWeeklyWanted: boolean;
  action: FormAction;
  formKey: string;
};

/** Which mails one wants; beside them, those that always arrive (rule NT5). */
export function MailChoices({ choices, isWeeklyWanted, action, formKey }: MailChoicesProps) {
  const t = useTranslations("notification.settings");
  return (
    <>
      <Form action={action} formKey={formKey}>
        <CheckboxGroup
          name="wanted"
          label={t("wanted")}
          hint={t("wantedHint")}
          choices={choices.map(({ kind }) => ({ value: kind, label: t(`kind.${kind}`) }))}
          values={choices.filter(({ isWanted }) => isWanted).map(({ kind }) => kind)}
        />
        <Checkbox name="weekly" label={t("weekly")} note={t("weeklyNote")} isChecked={isWeeklyWanted} />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
      <section className="stack" aria-labelledby="certain">
        <h2 id="certain">{t("certain")}</h2>
        <p>{t("certainText")}</p>
        <ul className="plain-list">
          {CERTAIN_MAILS.map((kind) => (
            <li key={kind}>{t(`kind.${kind}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
