import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import type { FormAction } from "@/lib/form/form-state";
import { Link } from "@/lib/i18n/navigation";
import { signedName } from "@/lib/project/signature/rules";
import { type OwnSignature, SIGNATURE_LOOKS } from "@/lib/project/signature/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

type SignatureFormProps = { action: FormAction; slug: string; own: OwnSignature };

/** How one is named with the result: each for themselves, and again whenever they like (promise P47, rule PV1). */
export function SignatureForm({ action, slug, own }: SignatureFormProps) {
  const t = useTranslations("project.result");
  const locale = useLocale();
  const looks = SIGNATURE_LOOKS.filter((look) => look !== "COMPETENCE" || own.competences.length > 0);
  const choices = looks.map((look) => ({
    value: look,
    label: t(`look.${look}`),
    note: t(`lookNote.${look}`, { name: signedName(own.name, look) ?? "" }),
  }));
  const options = own.competences.map((one) => ({ value: one, label: competenceLabel(one, locale) }));
  return (
    <Section id="signature" title={t("signature")} note={own.look ? null : t("signatureUnsaid")}>
      <p className="mb-4">{t("signatureNote")}</p>
      <p className="mb-4 meta">
        {t.rich("deedsAudience", { link: (text) => <Link href="/settings/privacy">{text}</Link> })}
      </p>
      <Form action={action} formKey={crypto.randomUUID()} hidden={{ slug }}>
        <RadioGroup name="look" label={t("signatureHow")} choices={choices} value={own.look} />
        {options.length > 0 ? (
          <Select
            name="competence"
            label={t("signatureCompetence")}
            hint={t("signatureCompetenceHint")}
            options={options}
            none={t("pictureNone")}
            value={own.competence}
            isOptional
          />
        ) : null}
        <SubmitButton look="neutral">{t("sign")}</SubmitButton>
      </Form>
    </Section>
  );
}
