import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Panel } from "@/components/ui/panel";
import { StepSection } from "@/components/ui/steps";
import type { FormAction } from "@/lib/form/form-state";
import type { ProposingView } from "@/lib/project/proposal/types";
import { PURPOSE_CHARS_MAX } from "@/lib/project/schema";
import { AssociationChoice, KindChoice, MembersOnlyChoice, WhyTogether } from "./propose-what";
import { ValueChoices } from "./value-choices";

type IdeaFormProps = { action: FormAction; proposing: ProposingView; association?: string | undefined };

/** What, for whom, why not alone: an idea asks no seats and no dates (promise P59). */
export function IdeaForm({ action, proposing, association }: IdeaFormProps) {
  const t = useTranslations("project");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ contentLocale: useLocale() }} className="apply-form">
      <StepSection id="what" title={t("idea.what")}>
        <div className="stack stack--form">
          <TextField name="title" label={t("propose.name")} />
          <TextArea
            name="purpose"
            label={t("propose.purpose")}
            hint={t("idea.purposeHint")}
            rows={3}
            charsMax={PURPOSE_CHARS_MAX}
          />
          <TextField name="forWhom" label={t("propose.forWhom")} />
          <WhyTogether />
          <KindChoice value="THEMATIC" />
          <AssociationChoice proposing={proposing} association={association} />
          <ValueChoices values={proposing.values} />
          <MembersOnlyChoice />
        </div>
      </StepSection>
      <div className="apply-end">
        <SubmitButton size="big">{t("idea.submit")}</SubmitButton>
        <p className="meta">{t("idea.submitNote")}</p>
      </div>
    </Form>
  );
}

/** What happens to an idea, in three steps. */
export function IdeaSide() {
  const t = useTranslations("project.idea");
  return (
    <Panel title={t("side")} isBand>
      <ol className="tips">
        <li>{t("step1")}</li>
        <li>{t("step2")}</li>
        <li>{t("step3")}</li>
      </ol>
    </Panel>
  );
}
