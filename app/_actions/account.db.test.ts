import { createTranslator } from "next-intl";
import { beforeEach, expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { type FormAction, type FormState, UNTOUCHED } from "@/lib/form/form-state";
import it from "@/lib/i18n/messages/it";
import { standStill } from "@/lib/testing/clock";
import { makeMember } from "@/lib/testing/members";

const browser = vi.hoisted(() => ({ network: "192.0.2.1", cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Map([
      ["origin", "http://localhost:3000"],
      ["x-forwarded-for", browser.network],
      ["user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"],
    ]),
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => (value ? browser.cookies.set(name, value) : browser.cookies.delete(name)),
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  redirect: (path: string) => {
    throw new Error(`to ${path}`);
  },
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "it",
  getTranslations: async () => createTranslator({ locale: "it", messages: it }),
}));
vi.mock("@/lib/i18n/navigation", () => ({
  getPathname: ({ href }: { href: string }) => href,
  redirect: ({ href }: { href: string }) => {
    throw new Error(`to ${href}`);
  },
}));

const actions = await import("./account");

/** Sends a form; a redirect is answered with where it leads. */
async function send(action: FormAction, fields: Record<string, string>): Promise<FormState | string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // As Next does, a redirect in an action ends it by an error.
  return action(UNTOUCHED, form).catch((error: Error) => error.message);
}
const codes = (state: FormState | string) =>
  typeof state === "string" ? state : state.refusals.map(({ code }) => code);
const networks = (count: number) => Array.from({ length: count }, (_, i) => `198.51.100.${i}`);

async function linkTo(email: string) {
  const { text } = await db.outboxMail.findFirstOrThrow({ where: { recipient: email }, orderBy: { id: "desc" } });
  return Object.fromEntries(new URL(/http\S+/.exec(text)?.[0] ?? "").searchParams);
}
const ANYONE = { name: "Ada Prova", isAdult: "on", acceptsDocuments: "on" };

async function aMember(password?: string) {
  const { accountId } = await makeMember();
  const data = { passwordHash: password ? await hashPassword(password) : null };
  return (await db.account.update({ where: { id: accountId }, data })).email;
}

beforeEach(async () => {
  await db.throttle.deleteMany();
  browser.cookies.clear();
  browser.network = "192.0.2.1";
});

test("from signing up to the welcome, and again by link to where one was going", async () => {
  const email = "whole@example.org";
  expect(await send(actions.signUpAction, { ...ANYONE, email, next: "/persone?q=a" })).toMatchObject({
    done: it.account.signUp.sent,
  });
  expect(await send(actions.confirmLinkAction, await linkTo(email))).toBe("to /welcome");
  expect(browser.cookies.has("tessera")).toBe(true);
  const account = await db.account.findUniqueOrThrow({ where: { email }, include: { acceptances: true } });
  expect(account.acceptances.map(({ document }) => document).sort()).toEqual(["privacy", "terms"]);

  browser.cookies.clear();
  await send(actions.requestLinkAction, { email, next: "/persone?q=a" });
  expect(await send(actions.confirmLinkAction, await linkTo(email))).toBe("to /persone?q=a");
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example"])(
  "a link that would lead to %s leads home",
  async (next) => {
    const email = await aMember();
    await send(actions.requestLinkAction, { email });
    expect(await send(actions.confirmLinkAction, { ...(await linkTo(email)), next })).toBe("to /home");
  },
);

test("A7: the button of a link pressed twice goes on both times; in another browser the second is refused", async () => {
  const email = await aMember();
  await send(actions.requestLinkAction, { email });
  const link = await linkTo(email);
  expect(await send(actions.confirmLinkAction, link)).toBe("to /home");
  expect(await send(actions.confirmLinkAction, link)).toBe("to /home");
  expect(await db.session.count({ where: { account: { email } } })).toBe(1);
  browser.cookies.clear();
  expect(codes(await send(actions.confirmLinkAction, link))).toEqual(["account.linkSpent"]);
  expect(browser.cookies.size).toBe(0);
});

test("somebody else's spent link does not let in who is signed in as another", async () => {
  const [mine, theirs] = [await aMember(), await aMember()];
  await send(actions.requestLinkAction, { email: mine });
  await send(actions.confirmLinkAction, await linkTo(mine));
  await send(actions.requestLinkAction, { email: theirs });
  const { token = "", email = "" } = await linkTo(theirs);
  expect(codes(await send(actions.confirmLinkAction, { email, token: `${token}x` }))).toEqual(["account.linkSpent"]);
});

test("signing in as another ends the session this browser had", async () => {
  const [one, other] = [await aMember("correct horse battery"), await aMember("correct horse battery")];
  for (const email of [one, other])
    expect(await send(actions.signInAction, { email, password: "correct horse battery" })).toBe("to /home");
  expect(await db.session.count({ where: { account: { email: { in: [one, other] } } } })).toBe(1);
  expect(await send(actions.signOutAction, {})).toBe("to /");
  expect(browser.cookies.size).toBe(0);
  expect(await db.session.count({ where: { account: { email: other } } })).toBe(0);
});

test("a wrong password comes back with the address and without the password", async () => {
  const email = await aMember("correct horse battery");
  const state = await send(actions.signInAction, { email, password: "wrong horse battery" });
  expect(state).toMatchObject({ refusals: [{ text: it.account.refusal.wrongPassword }], values: { email: [email] } });
  expect(JSON.stringify(state)).not.toContain("wrong horse");
});

test("five links an hour to one address, known or not, whatever network asks and by whichever form", async () => {
  standStill();
  const answers: Record<string, unknown[]> = {};
  for (const email of [await aMember(), "unknown@example.org"]) {
    const answer = [];
    for (const [i, network] of networks(6).entries()) {
      browser.network = network;
      const action = i % 2 ? actions.requestLinkAction : actions.signUpAction;
      answer.push(codes(await send(action, i % 2 ? { email } : { ...ANYONE, email })));
    }
    answers[email] = answer;
    expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(5);
  }
  const [known, unknown] = Object.values(answers);
  expect(known).toEqual([[], [], [], [], [], ["common.tooOften"]]);
  expect(unknown).toEqual(known);
});

test("twenty links an hour to whomever from one network, a /64 counting as one", async () => {
  standStill();
  const answers = [];
  for (let i = 0; i < 21; i++) {
    browser.network = `2001:db8:1:2::${i.toString(16)}`;
    answers.push(codes(await send(actions.requestLinkAction, { email: `many-${i}@example.org` })));
  }
  expect(answers.slice(0, 20).flat()).toEqual([]);
  expect(answers[20]).toEqual(["common.tooOften"]);
  browser.network = "2001:db8:1:3::1";
  expect(codes(await send(actions.requestLinkAction, { email: "many-22@example.org" }))).toEqual([]);
});

test("ten attempts with a password on one address, then not even the right one, known or not", async () => {
  standStill();
  for (const email of [await aMember("correct horse battery"), "unknown@example.org"]) {
    const answers = [];
    for (const [i, network] of networks(11).entries()) {
      browser.network = network;
      const password = i === 10 ? "correct horse battery" : "wrong horse battery";
      answers.push(codes(await send(actions.signInAction, { email, password })));
    }
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(["account.wrongPassword"]));
    expect(answers[10]).toEqual(["common.tooOften"]);
  }
});

test.each(["isAdult", "acceptsDocuments"])("nobody signs up without ticking %s", async (box) => {
  const email = `${box.toLowerCase()}@example.org`;
  const { [box]: _, ...rest } = { ...ANYONE, email } as Record<string, string>;
  const state = await send(actions.signUpAction, rest);
  expect(state).toMatchObject({
    refusals: [{ code: "validation.mustTick", field: box }],
    values: { name: ["Ada Prova"] },
  });
  expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(0);
});

test("signed out, the actions on one's own account ask to sign in", async () => {
  const attempts: [FormAction, Record<string, string>][] = [
    [actions.setPasswordAction, { password: "correct horse battery" }],
    [actions.removePasswordAction, {}],
    [actions.revokeSessionAction, { sessionId: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" }],
    [actions.endAllSessionsAction, {}],
    [actions.chooseMailLocaleAction, { locale: "en" }],
  ];
  for (const [action, fields] of attempts) expect(codes(await send(action, fields))).toEqual(["common.signIn"]);
});

test("a password of fourteen characters is refused, of fifteen kept", async () => {
  const email = await aMember();
  await send(actions.requestLinkAction, { email });
  await send(actions.confirmLinkAction, await linkTo(email));
  const fourteen = await send(actions.setPasswordAction, { password: "abcdefghijklmn" });
  expect(fourteen).toMatchObject({
    refusals: [{ code: "validation.tooShort", field: "password", params: { min: 15 } }],
  });
  expect(await send(actions.setPasswordAction, { password: "abcdefghijklmno" })).toMatchObject({
    done: it.account.security.password.saved,
  });
  expect(await send(actions.chooseMailLocaleAction, { locale: "en" })).toMatchObject({ refusals: [] });
  expect((await db.account.findUniqueOrThrow({ where: { email } })).locale).toBe("en");
});
