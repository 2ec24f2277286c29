import { expect, test } from "vitest";
import type { signInByLink } from "@/lib/auth/link";
import type { signInByPassword } from "@/lib/auth/password-sign-in";
import it from "@/lib/i18n/messages/it/account.json";
import type { DocumentRefusal } from "./documents/commands";
import type { PasswordRefusal } from "./password/commands";
import type { SessionRefusal } from "./session/commands";

type CodeOf<Command extends (...all: never[]) => Promise<unknown>> =
  Awaited<ReturnType<Command>> extends infer Outcome
    ? Outcome extends { ok: false; refusal: { code: infer Code } }
      ? Code
      : never
    : never;
type Own<Code> = Code extends `account.${infer Key}` ? Key : never;
type Key = Own<
  DocumentRefusal | PasswordRefusal | SessionRefusal | CodeOf<typeof signInByLink> | CodeOf<typeof signInByPassword>
>;

// Checked by the compiler: a refusal without a sentence does not build, nor a sentence without a refusal.
const sentences: Record<Key, string> = it.refusal;
const keys: Record<keyof typeof it.refusal, true> = {
  linkSpent: true,
  wrongPassword: true,
  currentPassword: true,
  guessable: true,
  sessionGone: true,
  documentsChanged: true,
} satisfies Record<Key, true>;

test("each refusal of the room has its sentence, and each sentence its refusal", () => {
  expect(Object.keys(sentences).sort()).toEqual(Object.keys(keys).sort());
});
