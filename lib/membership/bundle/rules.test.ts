import { expect, test } from "vitest";
import { type ChangeFacts, canChange, canDefine, canRetire, FIXED_NAMES, OWN_ROLES_MAX } from "./rules";

const FACTS: ChangeFacts = {
  ...{ name: "Tesoriera", bundle: ["INVITE"], actorHolds: ["GRANT", "INVITE", "ADMIT"], otherNames: FIXED_NAMES },
  ...{ before: ["ADMIT"], isHolder: false },
};
const code = (verdict: { ok: true } | { ok: false; refusal: { code: string } }) =>
  verdict.ok ? undefined : verdict.refusal.code;
const many = (count: number) => [...FIXED_NAMES, ...Array.from({ length: count }, (_, i) => `Ruolo ${i}`)];

test.each([
  ["of what one holds", {}, undefined, undefined],
  ["of words alone", { bundle: [] }, undefined, undefined],
  [
    "R2: of more than one holds",
    { bundle: ["INVITE", "EDIT"] },
    "membership.grantsBeyondOwn",
    "membership.grantsBeyondOwn",
  ],
  ["R2: that was more than one holds", { before: ["EDIT"] }, undefined, "membership.grantsBeyondOwn"],
  ["R2: of one's own", { isHolder: true }, undefined, "membership.ownRoleChange"],
  ["called like another", { otherNames: ["  tesoriera"] }, "membership.roleNameTaken", "membership.roleNameTaken"],
  ["called like a fixed one", { name: "referente" }, "membership.roleNameTaken", "membership.roleNameTaken"],
  ["beside nineteen", { otherNames: many(OWN_ROLES_MAX - 1) }, undefined, undefined],
  ["beside twenty", { otherNames: many(OWN_ROLES_MAX) }, "membership.tooManyRoles", "membership.tooManyRoles"],
] as const)("a role %s", (_case, change, define, changed) => {
  const facts = { ...FACTS, ...change };
  expect([code(canDefine(facts)), code(canChange(facts))]).toEqual([define, changed]);
});

test.each([
  [["ADMIT"], false, undefined],
  [["ADMIT"], true, "membership.roleHeld"],
  [["EDIT"], false, "membership.grantsBeyondOwn"],
] as const)("R2: a role of %s, held: %s, given up", (before, isHeld, expected) => {
  expect(code(canRetire({ before, isHeld, actorHolds: FACTS.actorHolds }))).toBe(expected);
});
