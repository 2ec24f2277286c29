import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import type { ClauseOption } from "@/lib/moderation/exclusion/types";

const CLAUSE_CHARS = 60;
const shortened = (text: string) => (text.length > CLAUSE_CHARS ? `${text.slice(0, CLAUSE_CHARS)}…` : text);

type ClauseSelectProps = { clauses: readonly ClauseOption[]; label: string; value?: string | undefined };

/** A clause of the charter in force, by number and first words. */
export function ClauseSelect({ clauses, label, value }: ClauseSelectProps) {
  const t = useTranslations("moderation.desk");
  const options = clauses.map(({ id, number, text }) => ({
    value: id,
    label: t("clauseOption", { number, text: shortened(text) }),
  }));
  return <Select name="clauseId" label={label} value={value} options={options} />;
}
