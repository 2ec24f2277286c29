import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";

/** Whom one asks in, by name where nobody is chosen yet, and why they of all people. */
export function AskFields({ isByName = false }: { isByName?: boolean }) {
  const t = useTranslations("project.asked");
  return (
    <>
      {isByName ? <TextField name="handle" label={t("handle")} hint={t("handleHint")} autoComplete="off" /> : null}
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint", { min: REASON_CHARS_MIN })}
        rows={3}
        charsMax={REASON_CHARS_MAX}
      />
      <SubmitButton look="neutral">{t("submit")}</SubmitButton>
    </>
  );
}
