import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/layout/section";
import { Fold } from "@/components/ui/fold";
import { FRESH_MINUTES, PASSWORD_CHARS_MIN } from "@/lib/account/password/rules";
import type { FormAction } from "@/lib/form/form-state";

type PasswordSectionProps = {
  email: string;
  hasPassword: boolean;
  /** Whether the password in use has to be given first. */
  isCurrentNeeded: boolean;
  setAction: FormAction;
  removeAction: FormAction;
  formKeys: readonly [set: string, remove: string];
};

/** A password beside the links: added, changed, taken away. */
export function PasswordSection({
  email,
  hasPassword,
  isCurrentNeeded,
  setAction,
  removeAction,
  formKeys,
}: PasswordSectionProps) {
  const t = useTranslations("account.security.password");
  return (
    <Section id="password" title={t("title")}>
      <p className="mb-6">{hasPassword ? t("has") : t("none")}</p>
      <Form action={setAction} formKey={formKeys[0]} labelledBy="password-title">
        {isCurrentNeeded ? <CurrentPassword /> : null}
        {/* For password managers, which ask themselves whose password this is. */}
        <input type="email" value={email} readOnly autoComplete="username" hidden />
        <TextField
          name="password"
          type="password"
          label={t("new")}
          hint={t("newHint", { min: PASSWORD_CHARS_MIN })}
          autoComplete="new-password"
        />
        <SubmitButton>{hasPassword ? t("change") : t("add")}</SubmitButton>
      </Form>
      {hasPassword ? (
        <div className="mt-6">
          <Fold title={t("remove")}>
            <p className="mb-4">{t("removeText")}</p>
            <Form action={removeAction} formKey={formKeys[1]} labelledBy="password-title">
              {isCurrentNeeded ? <CurrentPassword /> : null}
              <SubmitButton look="stop">{t("remove")}</SubmitButton>
            </Form>
          </Fold>
        </div>
      ) : null}
    </Section>
  );
}

function CurrentPassword() {
  const t = useTranslations("account.security.password");
  return (
    <TextField
      name="currentPassword"
      type="password"
      label={t("current")}
      hint={t("forgotten", { minutes: FRESH_MINUTES })}
      autoComplete="current-password"
    />
  );
}
