import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Fold } from "@/components/ui/fold";
import { REASON_CHARS_MAX } from "@/lib/contribution/schema";
import type { FormAction } from "@/lib/form/form-state";

type ReasonFormProps = { id: string; title: string; action: FormAction; verb: "reject" | "reverse" };

/** A «no» to a contribution, or a mistake set right: neither goes without a reason. */
export function ReasonForm({ id, title, action, verb }: ReasonFormProps) {
  const t = useTranslations("contribution");
  return (
    <Fold
      title={
        <>
          {t(verb)}
          <span className="vh">: {title}</span>
        </>
      }
    >
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ contributionId: id }}>
        <TextArea
          name="reason"
          label={t(`${verb}Reason`)}
          hint={t(`${verb}ReasonHint`)}
          rows={2}
          charsMax={REASON_CHARS_MAX}
        />
        <SubmitButton look="neutral">{t(`${verb}Submit`)}</SubmitButton>
      </Form>
    </Fold>
  );
}
