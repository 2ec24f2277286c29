import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Choice, RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Fold } from "@/components/ui/fold";
import { NOTE_CHARS_MAX } from "@/lib/contribution/commitment/schema";
import type { FormAction } from "@/lib/form/form-state";

type CloseFormProps = {
  id: string;
  /** What was committed to, so that each of many folds has its own name. */
  text: string;
  action: FormAction;
  outcomes: readonly Choice[];
  children?: ReactNode;
};

/** How a commitment went, in the words of whoever made it. */
export function CloseForm({ id, text, action, outcomes, children }: CloseFormProps) {
  const t = useTranslations("contribution");
  return (
    <Fold
      title={
        <>
          {t("close")}
          <span className="vh">: {text}</span>
        </>
      }
    >
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ commitmentId: id }}>
        <RadioGroup name="outcome" label={t("outcome")} choices={outcomes} isBoxed />
        {children}
        <TextArea name="note" label={t("closeNote")} rows={2} charsMax={NOTE_CHARS_MAX} isOptional />
        <SubmitButton look="neutral">{t("close")}</SubmitButton>
      </Form>
    </Fold>
  );
}
