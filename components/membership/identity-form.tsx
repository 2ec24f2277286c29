import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";
import { IDEA_PEOPLE } from "@/lib/membership/setting/schema";
import type { IdentitySettings } from "@/lib/membership/setting/types";
import { IdentityFields } from "./founding-identity";

/** What the association says of itself, said again. */
export function IdentityForm({ settings, action }: { settings: IdentitySettings; action: FormAction }) {
  const t = useTranslations("membership.setting");
  return (
    <Form action={action} formKey={crypto.randomUUID()} hidden={{ associationSlug: settings.association.slug }}>
      <IdentityFields start={settings} />
      <NumberField
        name="ideaPeopleNeeded"
        label={t("ideaPeople")}
        hint={t("ideaPeopleHint", { min: IDEA_PEOPLE[0], max: IDEA_PEOPLE[1] })}
        value={settings.ideaPeopleNeeded}
        min={IDEA_PEOPLE[0]}
        max={IDEA_PEOPLE[1]}
      />
      <RadioGroup
        name="approvesProjects"
        label={t("approvesProjects")}
        hint={t("approvesProjectsHint")}
        choices={(["no", "yes"] as const).map((value) => ({ value, label: t(`approvesChoice.${value}`) }))}
        value={settings.approvesProjects ? "yes" : "no"}
      />
      <p className="meta">{t("identityFixed")}</p>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
