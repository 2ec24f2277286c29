import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { CastRefusal } from "./ballot/commands";
import type { AnswerChargeRefusal, EntrustingRefusal } from "./charge/commands";
import type { AmendRefusal } from "./commands";
import type { OpenRefusal } from "./opening/commands";

type Bare<Code, Room extends string> = Code extends `${Room}.${infer Rest}` ? Rest : never;
type Codes = OpenRefusal | CastRefusal | AmendRefusal | EntrustingRefusal | AnswerChargeRefusal;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.decision.refusal satisfies Record<Bare<Codes, "decision">, string>;
({}) as Record<Bare<Codes, "decision">, string> satisfies Record<keyof typeof it.decision.refusal, string>;

test("every refusal has a sentence in both languages", () => {
  expect(Object.keys(en.decision.refusal).sort()).toEqual(Object.keys(it.decision.refusal).sort());
});
