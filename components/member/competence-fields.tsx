import { useLocale, useTranslations } from "next-intl";
import { Rows } from "@/components/form/rows";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { ROWS } from "@/lib/member/schema";
import type { HeldCompetence } from "@/lib/member/types";
import { competenceLabel, competenceOptions } from "@/lib/taxonomy/rules";

const SUGGESTIONS = "competence-names";
const SPARE_ROWS = 2;
const USUAL_LEVEL = "2";

/** Every competence by name, for the fields that ask for one. Once a page. */
export function CompetenceNames() {
  return (
    <datalist id={SUGGESTIONS}>
      {competenceOptions(useLocale()).map(({ value, label }) => (
        <option key={value} value={label} />
      ))}
    </datalist>
  );
}

type CompetenceFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value?: string | null;
  isOptional?: boolean;
  isLabelHidden?: boolean;
};

/** One competence, typed or picked among the names. */
export function CompetenceField({ value, ...field }: CompetenceFieldProps) {
  const language = useLocale();
  return (
    <TextField {...field} value={value && competenceLabel(value, language)} list={SUGGESTIONS} autoComplete="off" />
  );
}

type CompetenceRowsProps = { held: readonly HeldCompetence[]; max?: number };

/** Competences with their level, one a row. */
export function CompetenceRows({ held, max = ROWS.competences }: CompetenceRowsProps) {
  const t = useTranslations("member.edit");
  const levels = useTranslations("taxonomy.level");
  const options = (["1", "2", "3", "4"] as const).map((value) => ({ value, label: levels(value) }));
  const rows = Array.from({ length: Math.max(max, held.length) }, (_, i) => (
    <div key={held[i]?.slug ?? i} className="skill-fields">
      <CompetenceField
        name={`competences.${i}.name`}
        label={t("competenceAt", { position: i + 1 })}
        value={held[i]?.slug ?? null}
        isLabelHidden
        isOptional
      />
      <Select
        name={`competences.${i}.level`}
        label={t("levelAt", { position: i + 1 })}
        isLabelHidden
        options={options}
        value={String(held[i]?.level ?? USUAL_LEVEL)}
      />
    </div>
  ));
  return (
    <Rows
      name="competences"
      rows={rows}
      shown={held.length + SPARE_ROWS}
      addLabel={t("addCompetence")}
      removeLabel={t("removeCompetence")}
    />
  );
}
