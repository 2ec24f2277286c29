import { expect, test, vi } from "vitest";
import { keepSignUp } from "@/lib/account/sign-up/commands";
import { refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { statementsOf } from "@/lib/testing/statements";

const argon2 = vi.hoisted(() => ({ checked: [] as string[] }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: (stored: string, password: string) => {
      argon2.checked.push(stored);
      return real.verify(stored, password);
    },
  };
});

const { requestLink } = await import("./link");
const { DECOY, hashPassword } = await import("./password");
const { signInByPassword } = await import("./password-sign-in");

const base = { locale: "it", next: null, formKey: null } as const;

async function aKnownAddress(passwordHash: string | null = null) {
  const { accountId } = await makeMember();
  const data = { passwordHash };
  return (await db.account.update({ where: { id: accountId }, data, select: { email: true } })).email;
}

test.each(["signIn", "signUp"] as const)(
  "%s: a known address and an unknown one cost the same statements and get the same answer",
  async (purpose) => {
    const known = await aKnownAddress();
    const ask = (email: string) => () =>
      requestLink({ ...base, email, purpose, prepare: (tx) => keepSignUp(tx, { email, name: "Ada", locale: "it" }) });
    const answers: unknown[] = [];
    const keeping = (work: () => Promise<unknown>) => async () => answers.push(await work());

    await ask(known)();
    const ofKnown = await statementsOf(keeping(ask(known)));
    const ofUnknown = await statementsOf(keeping(ask(`${purpose}-unknown@example.org`)));
    expect(ofKnown.length).toBeGreaterThan(5);
    expect(ofUnknown).toEqual(ofKnown);
    expect(answers[1]).toEqual(answers[0]);
  },
);

test("a wrong password, a person without one and an address nobody has cost the same and get the same answer", async () => {
  const withPassword = await aKnownAddress(await hashPassword("correct horse battery"));
  const without = await aKnownAddress();
  const attempt = (email: string) => {
    argon2.checked = [];
    return signInByPassword({ email, password: "wrong horse battery" }, "");
  };

  const costs: { statements: string[]; checks: number; answer: unknown }[] = [];
  for (const email of [withPassword, without, "nobody@example.org"]) {
    let answer: unknown;
    const statements = await statementsOf(async () => {
      answer = await attempt(email);
    });
    costs.push({ statements, checks: argon2.checked.length, answer });
  }
  expect(costs[0]).toMatchObject({ checks: 1, answer: refuse("account.wrongPassword") });
  expect(costs[0]?.statements).toHaveLength(1);
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[2]).toEqual(costs[0]);
});

test("what is checked where there is nothing to check costs what a real password costs", async () => {
  const costOf = (hash: string) => hash.split("$").slice(1, 4);
  expect(costOf(DECOY)).toEqual(costOf(await hashPassword("x")));
  expect(costOf(DECOY)).toEqual(["argon2id", "v=19", "m=32768,t=3,p=1"]);
});

test("nobody signs in with the decoy", async () => {
  const without = await aKnownAddress();
  for (const email of [without, "nobody@example.org"])
    expect(await signInByPassword({ email, password: DECOY }, "")).toEqual(refuse("account.wrongPassword"));
});

test("the right password signs in, however its accents were typed", async () => {
  const email = await aKnownAddress(await hashPassword("perché la città è più"));
  const result = await signInByPassword({ email, password: "perche\u0301 la citta\u0300 è più" }, "");
  expect(result).toMatchObject({ ok: true });
});
