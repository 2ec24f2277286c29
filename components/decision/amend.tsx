import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Fold } from "@/components/ui/fold";
import { TEXT_CHARS_MAX } from "@/lib/decision/schema";
import type { DecisionView } from "@/lib/decision/types";
import type { FormAction } from "@/lib/form/form-state";

type AmendProps = { view: DecisionView; amend: FormAction; withdraw: FormAction };

/** For whoever opened it: other words before the first ballot, and the way back (rule DC3). */
export function Amend({ view, amend, withdraw }: AmendProps) {
  const t = useTranslations("decision");
  const hidden = { decisionId: view.id };
  return (
    <div className="stack">
      {view.mayEdit ? (
        <Fold title={t("amend")}>
          <p className="hint">{t("amendNote")}</p>
          <Form action={amend} formKey={crypto.randomUUID()} hidden={hidden}>
            <TextField name="title" label={t("form.name")} value={view.title} />
            <TextArea name="text" label={t("form.text")} value={view.text} rows={8} charsMax={TEXT_CHARS_MAX} />
            <SubmitButton>{t("amendSubmit")}</SubmitButton>
          </Form>
        </Fold>
      ) : null}
      {view.mayWithdraw ? (
        <>
          <p className="meta">{t("withdrawNote")}</p>
          <ButtonForm action={withdraw} formKey={crypto.randomUUID()} hidden={hidden} look="stop" size="small">
            {t("withdraw")}
          </ButtonForm>
        </>
      ) : null}
    </div>
  );
}
