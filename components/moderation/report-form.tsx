import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/form/form-state";
import { FACTS_CHARS_MAX } from "@/lib/moderation/exclusion/schema";
import { REPORT_ABOUT, type ReportAbout, type ReportingView } from "@/lib/moderation/report/types";
import { ClauseSelect } from "./clause-select";

/** What can be named by hand; a contribution is reported from where it stands. */
const NAMED = REPORT_ABOUT.filter((one) => one !== "CONTRIBUTION");

type ReportFormProps = { view: ReportingView; about: ReportAbout; target: string; action: FormAction };

/** What, by which clause, what happened (rule MO1). */
export function ReportForm({ view, about, target, action }: ReportFormProps) {
  const t = useTranslations("moderation");
  const locale = useLocale();
  const deed = view.contribution;
  const of = deed && { about: "CONTRIBUTION", target: deed.id };
  const hidden = { associationSlug: view.association.slug, contentLocale: locale, ...of };
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden}>
      {deed ? (
        <div>
          <p className="meta">{t("report.ofContribution")}</p>
          <p>
            <b lang={deed.locale}>{deed.title}</b>
          </p>
        </div>
      ) : (
        <>
          <RadioGroup
            name="about"
            label={t("report.about")}
            isBoxed
            value={about}
            choices={NAMED.map((one) => ({ value: one, label: t(`about.${one}`) }))}
          />
          <TextField
            name="target"
            label={t("report.target")}
            hint={t("report.targetHint")}
            value={target}
            autoComplete="off"
            spellCheck={false}
            isOptional
          />
        </>
      )}
      <ClauseSelect clauses={view.clauses} label={t("desk.clause")} />
      <TextArea name="text" label={t("report.text")} hint={t("report.textHint")} rows={6} charsMax={FACTS_CHARS_MAX} />
      <SubmitButton>{t("report.submit")}</SubmitButton>
    </Form>
  );
}
