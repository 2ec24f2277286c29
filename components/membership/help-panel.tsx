import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Instant } from "@/components/ui/moment";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/form/form-state";
import { HELP_CHARS_MAX } from "@/lib/membership/help/schema";
import type { AccountView } from "@/lib/membership/period/types";

type HelpPanelProps = { slug: string; help: AccountView["help"]; ask: FormAction; close: FormAction };

/** Asking those who take care of the members for a hand. */
export function HelpPanel({ slug, help, ask, close }: HelpPanelProps) {
  const t = useTranslations("membership.account");
  const hidden = { associationSlug: slug };
  if (help)
    return (
      <Panel title={t("help")}>
        <p>{t.rich("helpOpen", { day: () => <Instant at={help.askedAt} look="dated" /> })}</p>
        <p className="meta">{help.text}</p>
        <ButtonForm action={close} formKey={crypto.randomUUID()} hidden={{ ...hidden, helpId: help.id }} size="small">
          {t("helpClose")}
        </ButtonForm>
      </Panel>
    );
  return (
    <Panel title={t("help")}>
      <p className="meta">{t("helpNote")}</p>
      <Form action={ask} formKey={crypto.randomUUID()} hidden={hidden}>
        <TextArea name="text" label={t("helpText")} rows={3} charsMax={HELP_CHARS_MAX} isOptional />
        <SubmitButton look="neutral">{t("helpSubmit")}</SubmitButton>
      </Form>
    </Panel>
  );
}
