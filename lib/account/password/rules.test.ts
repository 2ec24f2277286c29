import { expect, test } from "vitest";
import { isGuessable, needsCurrentPassword } from "./rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const before = (minutes: number, milliseconds = 0) => new Date(NOW.getTime() - minutes * 60_000 - milliseconds);

test.each([
  ["no password yet", false, before(600), false],
  ["a session of a moment ago", true, before(0), false],
  ["a session of fifteen minutes ago", true, before(15), false],
  ["a session a little older", true, before(15, 1), true],
])("with %s the password in use is asked for: %o", (_what, hasPassword, sessionStartedAt, isNeeded) => {
  expect(needsCurrentPassword({ hasPassword, sessionStartedAt }, NOW)).toBe(isNeeded);
});

const ada = { email: "ada.lovelace@example.org", name: "Ada Lovelace" };

test.each([
  "aaaaaaaaaaaaaaaa",
  "ababababababababab",
  "121212121212121212",
  "ada.lovelace@example.org",
  "Ada Lovelace Ada Lovelace",
  "lovelacelovelace1",
  "Ada-Lovelace-2026",
  "adalovelaceexampleorg",
])("«%s» is among the first one would try", (password) => {
  expect(isGuessable(password, ada)).toBe(true);
});

test.each([
  "correct horse battery",
  "la nebbia agli irti colli",
  "Ada conta i tre pioppi",
  "中文密码很长的一个句子吧好了 abc def",
])("«%s» is not", (password) => {
  expect(isGuessable(password, ada)).toBe(false);
});
