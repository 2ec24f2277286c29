import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Fold } from "@/components/ui/fold";
import type { FormAction } from "@/lib/form/form-state";
import { ROLE_DUTY_CHARS_MAX } from "@/lib/membership/bundle/schema";
import {
  type OwnRoleRef,
  type Responsibility,
  type RoleDesk,
  SHARED_RESPONSIBILITIES,
} from "@/lib/membership/role/types";

type OwnRolesProps = {
  desk: RoleDesk;
  actions: { readonly define: FormAction; readonly change: FormAction; readonly retire: FormAction };
};

/** The roles an association gives itself: what they are, changed within what one holds oneself (rule R2). */
export function OwnRoles({ desk: { association, holds, own }, actions }: OwnRolesProps) {
  const t = useTranslations("membership.own");
  return (
    <div className="stack">
      <p className="hint">{t("note")}</p>
      {own.map((role) => (
        <Fold key={`${role.id} ${role.version}`} title={role.name}>
          {role.mayChange ? (
            <>
              <p className="hint">{t("changeNote")}</p>
              <BundleForm action={actions.change} hidden={{ ownRoleId: role.id }} holds={holds} role={role} />
              {role.isHeld ? null : (
                <div className="mt-4">
                  <ButtonForm action={actions.retire} formKey={crypto.randomUUID()} hidden={{ ownRoleId: role.id }}>
                    {t("retire")}
                  </ButtonForm>
                </div>
              )}
            </>
          ) : (
            <>
              <p className="meta">{role.duty}</p>
              <p className="hint">{t("notYours")}</p>
            </>
          )}
        </Fold>
      ))}
      <Fold title={t("new")} isOpen={own.length === 0}>
        <BundleForm action={actions.define} hidden={{ associationSlug: association.slug }} holds={holds} />
      </Fold>
    </div>
  );
}

type BundleFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  holds: readonly Responsibility[];
  role?: OwnRoleRef;
};

function BundleForm({ action, hidden, holds, role }: BundleFormProps) {
  const t = useTranslations("membership");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={hidden}>
      <TextField name="name" label={t("own.name")} hint={t("own.nameHint")} value={role?.name} />
      <TextArea
        name="duty"
        label={t("own.duty")}
        hint={t("own.dutyHint")}
        value={role?.duty}
        charsMax={ROLE_DUTY_CHARS_MAX}
      />
      <CheckboxGroup
        name="responsibilities"
        label={t("own.responsibilities")}
        hint={t("own.responsibilitiesHint")}
        isOptional
        values={role?.responsibilities}
        choices={SHARED_RESPONSIBILITIES.filter((one) => holds.includes(one)).map((one) => ({
          value: one,
          label: t(`responsibility.${one}`),
        }))}
      />
      <Checkbox name="isByTrust" label={t("own.isByTrust")} note={t("own.isByTrustNote")} isChecked={role?.isByTrust} />
      <SubmitButton>{t(role ? "own.change" : "own.define")}</SubmitButton>
    </Form>
  );
}
