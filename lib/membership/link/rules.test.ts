import { expect, test } from "vitest";
import { linkOver } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const LINK = { now: NOW, revokedAt: null, expiresAt: new Date(NOW.getTime() + 1), usesMax: 3, usesTaken: 2 };

test.each([
  ["with a use and an instant left", {}, null],
  ["A5: with every use taken", { usesTaken: 3 }, "used"],
  ["on its last instant", { expiresAt: NOW }, "expired"],
  ["revoked", { revokedAt: NOW }, "revoked"],
] as const)("a link %s", (_case, change, expected) => {
  expect(linkOver({ ...LINK, ...change })).toBe(expected);
});
