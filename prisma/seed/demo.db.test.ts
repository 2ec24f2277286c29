import { beforeAll, describe, expect, test } from "vitest";
import { ACTIVITY_KINDS } from "@/lib/activity/types";
import { readContent } from "@/lib/association/facts";
import { charterHashOf } from "@/lib/association/rules";
import { checkPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { documentsInForce } from "@/lib/i18n/documents";
import { hasMinimumProfile } from "@/lib/member/rules";
import { seedDemo } from "./demo.mjs";
import accounts from "./demo-accounts.json";

const url = process.env.DATABASE_URL;

beforeAll(() => seedDemo(url));

describe("the demo world", () => {
  test("is whole: people, associations, projects and what happened between them", async () => {
    const counts = {
      members: await db.member.count(),
      associations: await db.association.count(),
      charters: await db.charter.count(),
      memberships: await db.membership.count(),
      applications: await db.application.count(),
      projects: await db.project.count(),
      coHostings: await db.coHosting.count({ where: { state: "CARRYING" } }),
      needs: await db.need.count(),
      offers: await db.needOffer.count(),
      coProposers: await db.coProposer.count(),
      contributions: await db.contribution.count(),
      exchanges: await db.exchange.count(),
      signatures: await db.projectSignature.count(),
      pictures: await db.resultPicture.count(),
      thanks: await db.resultThanks.count(),
    };
    expect(counts).toEqual({
      members: 42,
      associations: 6,
      charters: 7,
      memberships: 51,
      applications: 56,
      projects: 12,
      coHostings: 1,
      needs: 49,
      offers: 60,
      coProposers: 5,
      contributions: 96,
      exchanges: 153,
      signatures: 6,
      pictures: 2,
      thanks: 3,
    });
  });

  test("PV4: everybody accepted the documents in force, so that nobody is asked again", async () => {
    const rows = await db.termsAcceptance.groupBy({ by: ["document", "version", "hash"], _count: true });
    const everybody = documentsInForce().map((document) => ({ ...document, _count: 42 }));
    expect(rows.toSorted((a, b) => b.document.localeCompare(a.document))).toEqual(everybody);
  });

  test("breaks no rule that spans tables", async () => {
    expect(await db.$queryRaw`SELECT * FROM check_invariants()`).toEqual([]);
  });

  test("goes only into a database without members", async () => {
    await expect(seedDemo(url)).rejects.toThrow("only into a database without members");
    expect(await db.member.count()).toBe(42);
  });

  test("lets one sign in as three people and as nobody else", async () => {
    expect(accounts.map(({ role }) => role)).toEqual(["newcomer", "member", "steward"]);
    const all = await db.account.findMany({
      select: { email: true, passwordHash: true, emailVerifiedAt: true, member: { select: { name: true } } },
    });
    expect(all.every(({ email, emailVerifiedAt }) => email.endsWith("@example.org") && emailVerifiedAt)).toBe(true);
    const open = all.filter(({ passwordHash }) => passwordHash);
    expect(open).toHaveLength(accounts.length);
    for (const { email, name, password } of accounts) {
      const account = open.find((row) => row.email === email);
      expect(account?.member?.name).toBe(name);
      expect(password.length).toBeGreaterThanOrEqual(15);
      expect(await checkPassword(account?.passwordHash, password)).toBe(true);
    }
  });

  test("the newcomer has said nothing yet, and belongs nowhere", async () => {
    const newcomer = await db.member.findFirstOrThrow({
      where: { account: { email: accounts[0]?.email ?? "" } },
      select: { welcomeStep: true, isPublic: true, headline: true, memberships: true, applications: true },
    });
    expect(newcomer).toEqual({ welcomeStep: 1, isPublic: false, headline: "", memberships: [], applications: [] });
  });

  test("M2: whoever belongs has a minimum profile and a pledge on the charter in force that still stands", async () => {
    const memberships = await db.membership.findMany({
      where: { state: { in: ["ACTIVE", "PAUSED"] } },
      select: {
        member: true,
        association: { select: { charters: { orderBy: { version: "desc" }, take: 1 } } },
        pledges: { orderBy: { acceptedAt: "desc" }, take: 1 },
      },
    });
    expect(memberships).toHaveLength(50);
    for (const { member, association, pledges } of memberships) {
      expect(hasMinimumProfile({ ...member, competences: member.competences.length }), member.name).toBe(true);
      expect(pledges[0]?.charterId, member.name).toBe(association.charters[0]?.id);
      expect(pledges[0]?.untilOn.getTime(), member.name).toBeGreaterThan(Date.now());
    }
  });

  test("M2: every pledge says where its owner stands on each value of the charter it accepts", async () => {
    const pledges = await db.pledge.findMany({
      select: { stances: true, charter: { select: { _count: { select: { values: true } } } } },
    });
    for (const { stances, charter } of pledges) expect(stances).toHaveLength(charter._count.values);
  });

  test("M11: charters carry the hash that the rule gives their text", async () => {
    const charters = await db.charter.findMany({
      include: {
        association: { select: { slug: true } },
        values: { orderBy: { position: "asc" } },
        clauses: { orderBy: { number: "asc" } },
      },
      orderBy: { version: "asc" },
    });
    for (const { id, hash, version } of charters)
      expect(charterHashOf(await db.$transaction((tx) => readContent(tx, id)), version)).toBe(hash);
    for (const charter of charters) expect(charter.countedKinds.length).toBeGreaterThan(0);
    expect(new Set(charters.map(({ graceDays }) => graceDays))).toEqual(new Set([30, 45, 60]));
    const [first, second] = charters.filter(({ association }) => association.slug === "mezzacosta");
    expect([first?.clauses.length, second?.clauses.length]).toEqual([8, 9]);
    expect(first?.minMinutes).toBeLessThan(second?.minMinutes ?? 0);
  });

  test("PT1: nothing is dated later than now but what is meant to be", async () => {
    const now = new Date();
    expect(await db.activity.count({ where: { at: { gt: now } } })).toBe(0);
    expect(await db.membershipEvent.count({ where: { at: { gt: now } } })).toBe(0);
    expect(await db.contribution.count({ where: { declaredAt: { gt: now } } })).toBe(0);
    expect(await db.commitment.count({ where: { state: "OPEN", dueOn: { lt: now } } })).toBe(0);
    expect(await db.application.count({ where: { state: "PENDING", answerBy: { lt: now } } })).toBe(0);
  });

  test("gives the steward something to decide", async () => {
    const steward = await db.member.findFirstOrThrow({ where: { name: accounts[2]?.name ?? "" } });
    const held = await db.membership.findMany({
      where: { memberId: steward.id, roles: { some: { role: "STEWARD", state: "HELD" } } },
      select: { association: { select: { applications: { where: { state: "PENDING" } } } } },
    });
    expect(held.flatMap(({ association }) => association.applications)).toHaveLength(1);
    const waiting = { state: "WAITING", need: { project: { ownerId: steward.id } } } as const;
    expect(await db.needOffer.count({ where: waiting })).toBe(1);
    const unread = await db.notification.findMany({ where: { memberId: steward.id, readAt: null } });
    expect(unread.map(({ kind }) => kind).toSorted()).toEqual([
      "applicationToDecide",
      "contributionToConfirm",
      "offerToDecide",
    ]);
  });

  test("records only what the product knows, and tells nobody of their own doing", async () => {
    const kinds = await db.activity.findMany({ distinct: ["kind"], select: { kind: true } });
    for (const { kind } of kinds) expect(ACTIVITY_KINDS).toContain(kind);
    const told = await db.notification.findMany({
      select: { memberId: true, activity: { select: { actorId: true } } },
    });
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(({ memberId, activity }) => memberId === activity.actorId)).toEqual([]);
  });

  test("A2: visitors find those who opened their profile, members everybody", async () => {
    expect(await db.directoryEntry.count({ where: { viewer: "VISITOR" } })).toBe(41);
    expect(await db.directoryEntry.count({ where: { viewer: "MEMBER" } })).toBe(42);
  });
});
