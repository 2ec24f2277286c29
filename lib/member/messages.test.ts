import { expect, test } from "vitest";
import type { PhotoRefusal } from "@/lib/files/photo";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import type { ExchangeRefusal } from "./exchange/rules";
import type { ValuesRefusal } from "./part/rules";
import { AUDIENCES, EXCHANGE_KINDS, PROFILE_FIELDS, PROFILE_PARTS, REACHES } from "./types";

type Bare<Code> = Code extends `member.${infer Rest}` ? Rest : never;
type Codes = ValuesRefusal | ExchangeRefusal | PhotoRefusal;

// Checked by the compiler: a refusal without a sentence does not build, and no sentence is left over.
it.member.refusal satisfies Record<Bare<Codes>, string>;
({}) as Record<Bare<Codes>, string> satisfies Record<keyof typeof it.member.refusal, string>;

test.each([
  ["it", it],
  ["en", en],
])("in %s every part, field, audience, reach and kind has a name", (_, { member }) => {
  expect(Object.keys(member.part).toSorted()).toEqual([...PROFILE_PARTS].toSorted());
  expect(Object.keys(member.field).toSorted()).toEqual([...PROFILE_FIELDS].toSorted());
  expect(Object.keys(member.audience)).toEqual([...AUDIENCES]);
  expect(Object.keys(member.privacy.reachChoice)).toEqual([...REACHES]);
  expect(Object.keys(member.kind)).toEqual([...EXCHANGE_KINDS]);
});
