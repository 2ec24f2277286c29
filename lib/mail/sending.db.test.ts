import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { FakeSmtp } from "@/lib/testing/smtp";

const env = vi.hoisted(() => ({
  ...process.env,
  SMTP_URL: "",
  APP_URL: "http://localhost:3000",
  MAIL_FROM: "Tessera <tessera@example.org>",
  LOG_LEVEL: "silent",
  DATABASE_POOL: 10,
}));
vi.mock("@/lib/env", () => ({ env, isSecure: () => env.APP_URL.startsWith("https:") }));

const { db } = await import("@/lib/db/client");
const { ATTEMPTS_MAX, queueMail, sweepMail, takeDueMail } = await import("./outbox");
const { closeTransport, sendDueMail, sendMailAlone } = await import("./sending");
const { isMailShown, listNewestMail } = await import("./development");

const smtp = new FakeSmtp();
let address = "";
beforeAll(async () => {
  address = await smtp.start();
});
afterAll(() => smtp.stop());
beforeEach(async () => {
  await db.outboxMail.deleteMany();
  closeTransport();
  smtp.received.length = 0;
  smtp.behaviour = {};
  Object.assign(env, { SMTP_URL: address, APP_URL: "http://localhost:3000" });
});

const queue = (recipient: string, uniqueKey: string | null = null) =>
  db.$transaction((tx) =>
    queueMail(tx, { recipient, subject: "Perché no", text: "Ciao,\n\nè qui.\n", locale: "it", uniqueKey }),
  );
const states = async () =>
  (await db.outboxMail.findMany({ orderBy: { createdAt: "asc" } })).map(({ state, attempts }) => [state, attempts]);
const minutes = (count: number) => () => new Date(Date.now() + count * 60_000);

test("what is queued leaves once, as it was written, and is noted", async () => {
  await queue("ada@example.org");
  expect(await sendDueMail()).toBe(1);
  expect(await sendDueMail(minutes(60))).toBe(0);
  const [mail = ""] = smtp.received;
  const [{ id = "" } = {}] = await db.outboxMail.findMany();
  expect(mail).toContain("To: ada@example.org");
  expect(mail).toContain("From: Tessera <tessera@example.org>");
  expect(mail).toContain("Subject: =?UTF-8?");
  expect(mail).toContain(`Message-ID: <${id}@localhost>`);
  expect(mail).toContain("Content-Language: it");
  expect(mail).toContain("=C3=A8 qui.");
  expect(smtp.received).toHaveLength(1);
  expect(await states()).toEqual([["SENT", 1]]);
});

test("an address that looks like several, or like a header, is one recipient", async () => {
  await queue('"a\r\nBcc: eva@example.org"@example.org');
  await sendDueMail();
  expect(smtp.received.join()).not.toMatch(/^Bcc:/m);
});

test("one mail a reason: the second with the same key is not written", async () => {
  await queue("ada@example.org", "same");
  await queue("ada@example.org", "same");
  expect(await db.outboxMail.count()).toBe(1);
});

test("a mail and the job that sends it commit together, or not at all", async () => {
  const jobs = async () =>
    Number((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`)[0]?.n);
  const before = await jobs();
  const broken = db.$transaction(async (tx) => {
    await queueMail(tx, { recipient: "ada@example.org", subject: "", text: "", locale: "it" });
    throw new Error("power cut");
  });
  await expect(broken).rejects.toThrow("power cut");
  expect([await db.outboxMail.count(), await jobs()]).toEqual([0, before]);
  await queue("ada@example.org");
  expect([await db.outboxMail.count(), await jobs()]).toEqual([1, before + 1]);
});

test("A4: of eight who take at once each gets a mail of its own", async () => {
  for (let i = 0; i < 5; i++) await queue(`person-${i}@example.org`);
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeDueMail()));
  const ids = taken.flatMap((mail) => mail?.id ?? []);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

test("a mail that was taken by a process that ended is tried again after its time", async () => {
  await queue("ada@example.org");
  await takeDueMail();
  expect(await sendDueMail()).toBe(0);
  expect(await sendDueMail(minutes(2))).toBe(1);
  expect(smtp.received).toHaveLength(1);
});

test("a mail the server will not take is put off, further each time, then given up; the others leave", async () => {
  smtp.behaviour.refuses = (recipient) => (recipient.startsWith("no") ? `450 <${recipient}> is busy` : null);
  await queue("no@example.org");
  await queue("ada@example.org");
  const clock = { at: Date.now() };
  const waits: number[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    await sendDueMail(() => new Date(clock.at));
    const mail = await db.outboxMail.findFirstOrThrow({ where: { recipient: "no@example.org" } });
    expect(mail.attempts).toBe(attempt);
    expect(mail.state).toBe(attempt < ATTEMPTS_MAX ? "QUEUED" : "FAILED");
    expect(mail.lastError).toMatch(/^EENVELOPE 450 <…> is busy$/);
    waits.push(Math.round((mail.dueAt.getTime() - clock.at) / 60_000));
    expect(await sendDueMail(() => new Date(mail.dueAt.getTime() - 1))).toBe(0);
    clock.at = mail.dueAt.getTime();
  }
  expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 720]);
  expect(await sendDueMail(() => new Date(clock.at + 86_400_000))).toBe(0);
  expect(smtp.received).toHaveLength(1);
});

test("a server that cannot be reached is not asked for each mail in turn; what waits leaves later, once", async () => {
  env.SMTP_URL = "smtp://127.0.0.1:1";
  for (const name of ["ada", "eva"]) await queue(`${name}@example.org`);
  expect(await sendDueMail()).toBe(0);
  expect((await states()).map(([, attempts]) => attempts)).toEqual([1, 0]);
  closeTransport();
  env.SMTP_URL = address;
  await sendDueMail(minutes(2));
  expect(smtp.received).toHaveLength(2);
});

test("while a server hangs, a second job does not hang with it, and is not forgotten", async () => {
  smtp.behaviour.hangs = true;
  env.SMTP_URL = `${address}&greetingTimeout=400`;
  await queue("ada@example.org");
  smtp.left = 0;
  const first = sendMailAlone();
  await vi.waitFor(() => expect(smtp.left).toBe(1));
  smtp.behaviour.hangs = false;
  await queue("eva@example.org");
  await sendMailAlone();
  await first;
  expect(smtp.received).toHaveLength(1);
  expect(await states()).toEqual([
    ["QUEUED", 1],
    ["SENT", 1],
  ]);
});

test("without a server a mail counts as sent once the page for developers shows it", async () => {
  env.SMTP_URL = "";
  await queue("ada@example.org");
  expect(isMailShown()).toBe(true);
  expect(await listNewestMail()).toMatchObject([{ recipient: "ada@example.org" }]);
  expect(await sendDueMail()).toBe(1);
  expect(await states()).toEqual([["SENT", 1]]);
});

test("over https no page shows everybody's links: without a server mails wait", async () => {
  Object.assign(env, { SMTP_URL: "", APP_URL: "https://tessera.example" });
  await queue("ada@example.org");
  expect(isMailShown()).toBe(false);
  expect(await sendDueMail()).toBe(0);
  expect(await states()).toEqual([["QUEUED", 0]]);
});

test("what left a month ago is removed, what waits is not", async () => {
  await queue("ada@example.org");
  await sendDueMail();
  await queue("eva@example.org");
  await sweepMail(new Date(Date.now() + 29 * 86_400_000));
  expect(await db.outboxMail.count()).toBe(2);
  await sweepMail(new Date(Date.now() + 31 * 86_400_000));
  expect(await states()).toEqual([["QUEUED", 0]]);
});
