import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { RequestRefusal } from "./request/rules";
import type { SaveRefusal } from "./saved/rules";
import type { WhomRefusal } from "./whom/rules";

type Bare<Code> = Code extends `directory.${infer Rest}` ? Rest : never;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.directory.refusal satisfies Record<Bare<RequestRefusal | SaveRefusal | WhomRefusal>, string>;
({}) as Record<Bare<RequestRefusal | SaveRefusal | WhomRefusal>, string> satisfies Record<
  keyof typeof it.directory.refusal,
  string
>;

test.each([it, en])("every refusal of a query names the parameter", ({ directory }) => {
  const { tooManySearches: _saving, namesakes: _asking, ...ofQueries } = directory.refusal;
  for (const sentence of Object.values(ofQueries)) expect(sentence).toContain("{field}");
});
