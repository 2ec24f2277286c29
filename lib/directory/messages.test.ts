import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { RequestRefusal } from "./request/rules";

type Bare<Code> = Code extends `directory.${infer Rest}` ? Rest : never;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.directory.refusal satisfies Record<Bare<RequestRefusal>, string>;
({}) as Record<Bare<RequestRefusal>, string> satisfies Record<keyof typeof it.directory.refusal, string>;

test.each([it, en])("every refusal of a query names the parameter", ({ directory }) => {
  for (const sentence of Object.values(directory.refusal)) expect(sentence).toContain("{field}");
});
