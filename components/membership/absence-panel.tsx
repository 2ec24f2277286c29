import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Day } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import type { AbsenceLine } from "@/lib/membership/period/types";

type AbsencePanelProps = {
  slug: string;
  absences: readonly AbsenceLine[];
  today: string;
  state: FormAction;
  end: FormAction;
};

/** Days on which one cannot give: said, not justified. */
export function AbsencePanel({ slug, absences, today, state, end }: AbsencePanelProps) {
  const t = useTranslations("membership.account");
  return (
    <Panel title={t("absence")}>
      <p className="meta">{t("absenceNote")}</p>
      {absences.map(({ id, fromOn, untilOn }) => (
        <div key={id} className="mt-4">
          <p>
            {t.rich("absenceLine", {
              from: () => <Day on={fromOn} look="dated" />,
              to: () => <Day on={untilOn} look="dated" />,
            })}
          </p>
          <ButtonForm
            action={end}
            formKey={crypto.randomUUID()}
            hidden={{ associationSlug: slug, absenceId: id }}
            size="small"
          >
            {t("back")}
          </ButtonForm>
        </div>
      ))}
      <Form action={state} formKey={crypto.randomUUID()} hidden={{ associationSlug: slug }}>
        <DateField name="fromOn" label={t("absenceFrom")} value={today} />
        <DateField name="untilOn" label={t("absenceUntil")} />
        <SubmitButton look="neutral">{t("absenceSubmit")}</SubmitButton>
      </Form>
    </Panel>
  );
}
