import type { Fields } from "../subject";
import { STATEMENT } from "./papers";

const value = (i: number, slug: string) => ({
  [`values.${i}.valueSlug`]: slug,
  [`values.${i}.name`]: "",
  [`values.${i}.meaning`]: "Cosa vuol dire.",
  [`values.${i}.shownBy`]: "Un fatto.",
});

/** An association founded, as the form sends it. */
export const foundingFields = (): Fields => ({
  ...{ name: "Nuova bottega", tagline: "Si ripara.", purpose: "Riparare.", forWhom: "Tutti.", memberLimit: "" },
  ...{ "weDo.0": "Riparare", "weDoNot.0": "Vendere", entry: "APPLICATION", decidersRequired: "1" },
  ...{ ...value(0, "care"), ...value(1, "trust"), ...value(2, "generosity"), minHours: "", minPeriod: "MONTH" },
  ...{ "clauses.0.kind": "RULE", "clauses.0.text": "Si esce quando si vuole." },
  ...STATEMENT,
});
