import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { inputOf } from "@/lib/form/reading";
import { saveDraft } from "@/lib/membership/draft/commands";
import { draftInput } from "@/lib/membership/draft/schema";
import type { Fields } from "../subject";
import { done } from "./place";

const value = (i: number, slug: string) => ({
  [`values.${i}.valueSlug`]: slug,
  [`values.${i}.name`]: "",
  [`values.${i}.meaning`]: "Un’altra volta.",
  [`values.${i}.shownBy`]: "Un fatto.",
});

/** The next charter, as the form sends it. */
export const draftFields = (slug: string): Fields => ({
  ...{ associationSlug: slug, revision: "0", minHours: "", minDeeds: "", minPeriod: "MONTH", graceDays: "14" },
  ...{ confirmers: "ANY_MEMBER", ruleNote: "", reviewOn: "", countedKinds: [], bars: [] },
  ...{ ...value(0, "care"), ...value(1, "trust"), ...value(2, "generosity") },
  ...{ "clauses.0.kind": "RULE", "clauses.0.text": "Si esce quando si vuole, e si torna." },
});

/** Leaves a draft in an association. */
export async function drafted(steward: Actor, slug: string): Promise<void> {
  const form = new FormData();
  for (const [name, given] of Object.entries(draftFields(slug)))
    for (const one of [given].flat()) form.append(name, String(one));
  done(await saveDraft(steward, draftInput.parse(inputOf(form, ["countedKinds", "bars"]))));
}

/** A clause of the charter in force. */
export async function clauseOf(associationId: string): Promise<string> {
  const where = { charter: { associationId } };
  const orderBy = { charter: { version: "desc" as const } };
  return (await db.clause.findFirstOrThrow({ where, orderBy, select: { id: true } })).id;
}
