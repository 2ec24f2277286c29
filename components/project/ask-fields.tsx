import { useTranslations } from "next-intl";
import { WhomField } from "@/components/directory/whom-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "@/lib/membership/invitation/schema";

/** Whom one asks, where nobody of a name is chosen yet, and why that person of all: the words of whoever asks. */
export function AskFields({ name }: { name?: string }) {
  const t = useTranslations("project.asked");
  return (
    <>
      {name ? null : <WhomField name="whom" label={t("whom")} />}
      <TextArea
        name="reason"
        label={name ? t("reasonOf", { name }) : t("reason")}
        hint={t("reasonHint", { min: REASON_CHARS_MIN })}
        rows={3}
        charsMax={REASON_CHARS_MAX}
      />
      <SubmitButton look="neutral">{t("submit")}</SubmitButton>
    </>
  );
}
