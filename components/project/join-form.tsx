import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Actions, LinkButton } from "@/components/ui/button";
import type { FormAction } from "@/lib/form/form-state";
import type { JoinView } from "@/lib/project/idea/types";
import { MESSAGE_CHARS_MAX } from "@/lib/project/offer/schema";
import { BringsFields } from "./brings-fields";

/** «Ci sto»: what one brings to an idea, by a name (rule PJ3). */
export function JoinForm({ idea: { slug, competences }, action }: { idea: JoinView; action: FormAction }) {
  const t = useTranslations("project.idea");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }} className="stack stack--form brings">
      <BringsFields competences={competences} value={competences.length > 0 ? "COMPETENCE" : "CONTACT"} />
      <TextArea
        name="message"
        label={t("message")}
        hint={t("messageHint")}
        rows={3}
        charsMax={MESSAGE_CHARS_MAX}
        isOptional
      />
      <Actions>
        <SubmitButton>{t("joinSubmit")}</SubmitButton>
        <LinkButton href={{ pathname: "/projects/[slug]", params: { slug } }}>{t("notNow")}</LinkButton>
      </Actions>
    </Form>
  );
}
