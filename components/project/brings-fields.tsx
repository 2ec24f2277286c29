import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/choices";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/lib/i18n/navigation";
import { BRINGS, type Brings } from "@/lib/project/types";
import { competenceLabel } from "@/lib/taxonomy/rules";

type BringsFieldsProps = {
  /** Slugs of the competences on the profile of whoever comes in. */
  competences: readonly string[];
  /** The one that is sought, chosen already where they hold it. */
  sought?: string | null | undefined;
  value: Brings;
};

/** One comes in with a competence or a contact, named (promise P55). */
export function BringsFields({ competences, sought = null, value }: BringsFieldsProps) {
  const t = useTranslations("project.offer");
  const choices = BRINGS.map((one) => ({ value: one, label: t(one), note: t(`${one}Note`) }));
  return (
    <>
      <RadioGroup name="brings" label={t("brings")} choices={choices} value={value} isBoxed />
      <div className="brings-competence">
        <OwnCompetences competences={competences} sought={sought} />
      </div>
      <div className="brings-contact">
        <TextField name="contact" label={t("contact")} hint={t("contactHint")} />
      </div>
    </>
  );
}

/** Those on the profile; without any, the way to add one. */
function OwnCompetences({ competences, sought }: { competences: readonly string[]; sought: string | null }) {
  const t = useTranslations("project.offer");
  const locale = useLocale();
  if (competences.length === 0)
    return (
      <Notice>
        {t.rich("noCompetences", {
          link: (text) => <Link href={{ pathname: "/profile/edit/[part]", params: { part: "value" } }}>{text}</Link>,
        })}
      </Notice>
    );
  const options = competences.map((slug) => ({ value: slug, label: competenceLabel(slug, locale) }));
  const chosen = sought && competences.includes(sought) ? sought : undefined;
  return <Select name="competence" label={t("competence")} options={options} none={t("choose")} value={chosen} />;
}
