import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MayBeEmpty } from "@/components/form/context";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { CLAUSE_KINDS, type ClauseText } from "@/lib/association/types";
import { CLAUSE_CHARS_MAX } from "@/lib/membership/founding/schema";

type ClauseRowProps = {
  index: number;
  clause?: ClauseText | undefined;
  isOptional: MayBeEmpty;
  children?: ReactNode;
};

/** One clause of a charter as it is written: its kind and its text. */
export function ClauseRow({ index, clause, isOptional, children }: ClauseRowProps) {
  const t = useTranslations("association.found");
  const at = (field: string) => `clauses.${index}.${field}`;
  return (
    <fieldset className="stack stack--tight">
      <legend>{t("clause", { number: index + 1 })}</legend>
      <Select
        name={at("kind")}
        label={t("clauseKind")}
        value={clause?.kind ?? "RULE"}
        options={CLAUSE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextArea
        name={at("text")}
        label={t("clauseText")}
        value={clause?.text}
        rows={2}
        charsMax={CLAUSE_CHARS_MAX}
        isOptional={isOptional}
      />
      {children}
    </fieldset>
  );
}
