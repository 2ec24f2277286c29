import { beforeEach, expect, test, vi } from "vitest";
import { keepSignUp, sweepSignUps } from "@/lib/account/sign-up/commands";
import { refuse } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { admitNewcomer } from "@/lib/member/newcomer/commands";
import { makeMember } from "@/lib/testing/members";
import { findLink, requestLink, signInByLink } from "./link";
import { findActor } from "./sessions";

const DOCUMENTS = [
  { document: "terms", version: "2026-11-21", hash: "a".repeat(64) },
  { document: "privacy", version: "2026-11-21", hash: "b".repeat(64) },
];
const opening = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
  openAccount: (tx: Parameters<typeof admitNewcomer>[0], email: string) =>
    admitNewcomer(tx, { email, documents: DOCUMENTS }),
};
const base = { locale: "it", next: null, formKey: null } as const;

const askToSignIn = (email: string) => requestLink({ ...base, email, purpose: "signIn" });
const askToSignUp = (email: string, name = "Ada Prova") =>
  requestLink({ ...base, email, purpose: "signUp", prepare: (tx) => keepSignUp(tx, { email, name, locale: "it" }) });

async function newestMail(email: string) {
  return db.outboxMail.findFirstOrThrow({ where: { recipient: email }, orderBy: { id: "desc" } });
}

/** The link in the newest mail to an address. */
async function linkTo(email: string) {
  const { text } = await newestMail(email);
  const url = new URL(/http\S+/.exec(text)?.[0] ?? "");
  return { url, link: { email: url.searchParams.get("email") ?? "", token: url.searchParams.get("token") ?? "" } };
}

let email = "";
let count = 0;
beforeEach(() => {
  vi.useRealTimers();
  count += 1;
  email = `link-${count}@example.org`;
});

test("a mail to an address not yet proven repeats nothing that whoever asked for it typed", async () => {
  await askToSignUp(email, "Hai vinto: www.evil.example");
  const { subject, text } = await newestMail(email);
  expect(`${subject}${text}`).not.toContain("evil.example");
  expect(text).toContain("Ciao,");
});

test("signing up writes a mail; its link makes account, profile, acceptance, directory entry and session, once", async () => {
  expect(await askToSignUp(email, "Élise Prova")).toEqual({ ok: true, value: null });
  const { url, link } = await linkTo(email);
  expect(url.pathname).toBe("/accedi/conferma");
  expect(await db.account.count({ where: { email } })).toBe(0);

  const result = await signInByLink(link, opening);
  if (!result.ok) throw new Error(result.refusal.code);
  expect(result.value.isNewcomer).toBe(true);

  const actor = await findActor(result.value.cookie.token);
  expect(actor).toMatchObject({
    name: "Élise Prova",
    handle: "elise-prova",
    hasVerifiedEmail: true,
    isSuspended: false,
  });
  const account = await db.account.findUniqueOrThrow({
    where: { email },
    select: { locale: true, acceptances: true, sessions: { select: { userAgent: true, tokenHash: true } } },
  });
  expect(account.acceptances).toMatchObject(DOCUMENTS);
  expect(account.sessions).toMatchObject([{ userAgent: "Firefox/Linux" }]);
  expect(account.sessions[0]?.tokenHash).not.toContain(result.value.cookie.token);
  const memberId = actor?.memberId ?? "";
  expect(await db.member.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
    welcomeStep: 1,
    isPublic: false,
  });
  expect(await db.directoryEntry.count({ where: { memberId } })).toBe(1);
  expect(await db.activity.count({ where: { kind: "account.signedUp", actorId: memberId } })).toBe(1);
  expect(await db.signUp.count({ where: { email } })).toBe(0);
  expect(await signInByLink(link, opening)).toEqual(refuse("account.linkSpent"));
});

test("A4: of eight simultaneous uses of one link exactly one gets in", async () => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  const results = await Promise.all(Array.from({ length: 8 }, () => signInByLink(link, opening)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.session.count({ where: { account: { email } } })).toBe(1);
  expect(await db.member.count({ where: { account: { email } } })).toBe(1);
});

test("two links of one sign-up, used at the same moment, lead to one account", async () => {
  await askToSignUp(email);
  const first = await linkTo(email);
  await askToSignUp(email);
  const second = await linkTo(email);
  const results = await Promise.all([first, second].map(({ link }) => signInByLink(link, opening)));
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await db.account.count({ where: { email } })).toBe(1);
  expect(await db.session.count({ where: { account: { email } } })).toBe(2);
});

test("twelve people of one name signing up at once get twelve handles", async () => {
  const emails = Array.from({ length: 12 }, (_, i) => `same-${i}@example.org`);
  for (const one of emails) await askToSignUp(one, "Gemma Doppia");
  const links = await Promise.all(emails.map(linkTo));
  const results = await Promise.all(links.map(({ link }) => signInByLink(link, opening)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const members = await db.member.findMany({ where: { name: "Gemma Doppia" }, select: { handle: true } });
  expect(new Set(members.map(({ handle }) => handle)).size).toBe(12);
});

test("a fault while the account is made leaves the link as it was", async () => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  const broken = { ...opening, openAccount: async () => Promise.reject(new Error("power cut")) };
  await expect(signInByLink(link, broken)).rejects.toThrow("power cut");
  expect(await signInByLink(link, opening)).toMatchObject({ ok: true });
});

test.each([
  ["a moment before fifteen minutes", 15 * 60_000 - 1000, true],
  ["a moment after", 15 * 60_000 + 1000, false],
])("a link used %s: %s", async (_when, later, isGood) => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later });
  expect((await findLink(link, new Date())) !== null).toBe(isGood);
  expect((await signInByLink(link, opening)).ok).toBe(isGood);
});

test("a link is good only for the address it was sent to, and only as it was sent", async () => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  expect(await signInByLink({ ...link, email: "eva@example.org" }, opening)).toEqual(refuse("account.linkSpent"));
  expect(await signInByLink({ ...link, token: `${link.token}x` }, opening)).toEqual(refuse("account.linkSpent"));
  expect(await findLink(link)).toEqual({ name: "Ada Prova" });
  for (const garbled of ["", "x\u0000", "\ufffd"]) expect(await findLink({ ...link, email: garbled })).toBeNull();
});

test("looking at a link does not spend it", async () => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  for (let i = 0; i < 3; i++) expect(await findLink(link)).not.toBeNull();
  expect((await signInByLink(link, opening)).ok).toBe(true);
  expect(await findLink(link)).toBeNull();
});

test("the database keeps no link that could be opened", async () => {
  await askToSignUp(email);
  const { link } = await linkTo(email);
  const rows = await db.verificationToken.findMany({ where: { identifier: email } });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.token).not.toContain(link.token);
});

test("a link signs a member in, proves the address, and keeps the day it was first proven", async () => {
  const member = await makeMember();
  const before = await db.account.findUniqueOrThrow({ where: { id: member.accountId } });
  await askToSignIn(before.email);
  const { link } = await linkTo(before.email);
  const result = await signInByLink(link, opening);
  expect(result).toMatchObject({ ok: true, value: { isNewcomer: false } });
  const after = await db.account.findUniqueOrThrow({ where: { id: member.accountId } });
  expect(after.emailVerifiedAt).toEqual(before.emailVerifiedAt);
});

test("whoever asks again before confirming gets a link that finishes the sign-up", async () => {
  await askToSignUp(email);
  await askToSignIn(email);
  expect((await newestMail(email)).subject).toContain("Conferma");
  expect(await signInByLink((await linkTo(email)).link, opening)).toMatchObject({
    ok: true,
    value: { isNewcomer: true },
  });
});

test("the mail to an address nobody has carries no link to sign in", async () => {
  await askToSignIn(email);
  const { text, subject } = await newestMail(email);
  expect(subject).toBe("Nessuna tessera con questo indirizzo");
  expect(text).toContain("http://localhost:3000/registrati\n");
  expect(text).not.toContain("token");
});

test("the mail to a member who signs up again says so, and signs in", async () => {
  const member = await makeMember({ name: "Nota Prova" });
  const { email: known } = await db.account.findUniqueOrThrow({ where: { id: member.accountId } });
  await askToSignUp(known, "Altro Nome");
  const { subject, text } = await newestMail(known);
  expect(subject).toBe("Hai già una tessera");
  expect(text).toContain("Ciao Nota Prova,");
  expect(await signInByLink((await linkTo(known)).link, opening)).toMatchObject({
    ok: true,
    value: { isNewcomer: false },
  });
  expect(await findActor("x")).toBeNull();
  expect((await db.member.findUniqueOrThrow({ where: { id: member.memberId } })).name).toBe("Nota Prova");
});

test("the mail is in the language of the page, and carries on where one was going", async () => {
  await requestLink({
    ...base,
    email,
    purpose: "signIn",
    locale: "en",
    prepare: (tx) => keepSignUp(tx, { email, name: "Ada", locale: "en" }),
    next: "/en/people?q=a",
  });
  const { url } = await linkTo(email);
  expect(url.pathname).toBe("/en/sign-in/confirm");
  expect(url.searchParams.get("next")).toBe("/en/people?q=a");
});

test("A7: one form sent twice is one mail; another form is another", async () => {
  const formKey = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
  const ask = (key: string) => requestLink({ ...base, email, purpose: "signIn", formKey: key });
  await Promise.all([ask(formKey), ask(formKey)]);
  expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(1);
  await ask(formKey.replace("0190", "0191"));
  expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(2);
});

test("sign-ups of more than a day ago and expired links are swept, newer ones stay", async () => {
  await askToSignUp(email);
  const now = Date.now();
  await sweepSignUps(new Date(now + 86_400_000 - 60_000));
  expect(await db.signUp.count({ where: { email } })).toBe(1);
  expect(await db.verificationToken.count({ where: { identifier: email } })).toBe(0);
  await sweepSignUps(new Date(now + 86_400_000 + 60_000));
  expect(await db.signUp.count({ where: { email } })).toBe(0);
});
