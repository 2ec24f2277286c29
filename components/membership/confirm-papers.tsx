import { useTranslations } from "next-intl";
import { Difference } from "@/components/association/difference";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import type { FormAction } from "@/lib/form/form-state";
import type { PapersView } from "@/lib/membership/application/types";
import type { ConfirmationView } from "@/lib/membership/confirmation/types";
import { OpenValues } from "./open-values";
import { StatementFields } from "./statement-fields";

type ConfirmPapersProps = {
  papers: PapersView;
  view: ConfirmationView;
  name: string;
  action: FormAction;
  days: { readonly min: string; readonly max: string };
};

/** A charter that changed while my application waits: what changes, and one form that keeps everything I wrote. */
export function ConfirmPapers({ papers, view, name, action, days }: ConfirmPapersProps) {
  const t = useTranslations("charter.confirm");
  const apply = useTranslations("membership.apply");
  const { charter, from, open, locale } = view;
  const { version, hash } = charter;
  const b = (text: React.ReactNode) => <b>{text}</b>;
  const wished = papers.untilOn < days.min || papers.untilOn > days.max ? undefined : papers.untilOn;
  return (
    <Section id="confirm" title={t("title")}>
      <div className="stack">
        <p>{t("lead", { from, to: version })}</p>
        <Difference {...view} />
        <Form
          action={action}
          formKey={crypto.randomUUID()}
          hidden={{ applicationId: papers.id, charterHash: hash }}
          labelledBy="confirm-title"
        >
          <OpenValues values={open} title={t("stances")} locale={locale} />
          <StatementFields asked={charter} days={{ ...days, ...(wished && { wished }) }} value={papers} />
          <Checkbox name="accepts" label={apply.rich("accepts", { version, name, b })} />
          <p className="hint">{t("note")}</p>
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      </div>
    </Section>
  );
}
