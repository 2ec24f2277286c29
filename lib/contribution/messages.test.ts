import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import it from "@/lib/i18n/messages/it";
import type { CloseRefusal } from "./commitment/rules";
import type { DeclareOutsideRefusal } from "./outside/rules";
import type { PairRefusal } from "./pair/rules";
import type { AttestRefusal, NoteRefusal, OwnCloseRefusal, PromiseRefusal } from "./promise/rules";
import type { ReverseRefusal } from "./reversal/rules";
import type { DeclareRefusal, JudgeRefusal } from "./rules";

type Bare<Code> = Code extends `contribution.${infer Rest}` ? Rest : never;
type Codes = Bare<
  | DeclareRefusal
  | JudgeRefusal
  | CloseRefusal
  | DeclareOutsideRefusal
  | PairRefusal
  | PromiseRefusal
  | OwnCloseRefusal
  | AttestRefusal
  | NoteRefusal
  | ReverseRefusal
>;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.contribution.refusal satisfies Record<Codes, string>;
({}) as Record<Codes, string> satisfies Record<keyof typeof it.contribution.refusal, string>;

test("a refusal says its days in figures", () => {
  const t = createTranslator({ locale: "it", messages: it, namespace: "contribution.refusal" });
  expect(t("tooLate", { days: 30 })).toContain("30 giorni");
});
