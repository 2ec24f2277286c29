import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAssociations } from "@/lib/association/listing/queries";
import { readFilters } from "@/lib/association/listing/rules";
import { findAssociation } from "@/lib/association/queries";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, makeRole, papersFor } from "@/lib/testing/associations";
import { applyToAssociation } from "./application/commands";
import { findMyApplication, listMyApplications } from "./application/queries";
import { decideApplication } from "./decision/commands";
import { findDesk, findOnDesk } from "./decision/queries";
import { inviteMember } from "./invitation/commands";
import { findInvitationDesk, listReceivedInvitations } from "./invitation/queries";
import { findLeaving } from "./leaving/queries";
import { findPledge } from "./pledge/queries";
import { findPosition } from "./position/queries";
import { offerRole } from "./role/commands";
import { findRoleDesk } from "./role/queries";
import { glimpseMembers, listMembers } from "./roster/queries";

afterAll(expectInvariants);

const REASON = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";

type World = Awaited<ReturnType<typeof build>>;
let world: World;

/** An association with somebody in every position towards it. */
async function build() {
  const { id, slug, steward } = await anAssociation({ name: "Orto di via Nova", places: ["Bologna"] });
  const [welcomer, member, leaver] = [await makeRole(id, "WELCOMER"), await aMemberOf(id), await aMemberOf(id)];
  const [applicant, invited, outsider] = [
    await aPerson("Ada Candidata"),
    await aPerson("Ivo Invitato"),
    await aPerson(),
  ];
  const applied = await applyToAssociation(applicant, await papersFor(slug));
  const applicationId = applied.ok ? applied.value.applicationId : "";
  await inviteMember(steward, { associationSlug: slug, handle: invited.handle, reason: REASON });
  await db.membership.updateMany({
    where: { memberId: leaver.memberId },
    data: { state: "LEFT", stateSince: new Date() },
  });
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { memberId: leaver.memberId } });
  await db.membershipEvent.create({ data: { membershipId, from: "ACTIVE", to: "LEFT", at: new Date() } });
  const other = await anAssociation({ name: "Altrove" });
  return {
    id,
    slug,
    steward,
    welcomer,
    member,
    leaver,
    applicant,
    applicationId,
    invited,
    outsider,
    stranger: other.steward,
  };
}

beforeAll(async () => {
  world = await build();
});

type Who = "steward" | "welcomer" | "member" | "leaver" | "applicant" | "invited" | "outsider" | "stranger";

describe("A2: what each may read, every cell", () => {
  //            steward welcomer member leaver applicant invited outsider stranger
  const cells: Record<string, readonly [(who: Actor) => Promise<unknown>, string]> = {
    "the desk": [(who) => findDesk(who, world.slug), "11000000"],
    "an application on the desk": [(who) => findOnDesk(who, { slug: world.slug, id: world.applicationId }), "11000000"],
    "an application of one's own": [(who) => findMyApplication(who, world.applicationId), "00001000"],
    "the desk of invitations": [(who) => findInvitationDesk(who, world.slug), "11000000"],
    "the desk of roles": [(who) => findRoleDesk(who, world.slug), "10000000"],
    "all the members": [(who) => listMembers(who, world.slug, null), "11100000"],
    "one's own pledge": [(who) => findPledge(who, world.slug), "11100000"],
    "one's own exit": [(who) => findLeaving(who, world.slug), "11100000"],
    "the public page": [(who) => findAssociation(who, world.slug), "11111111"],
  };
  const whos: Who[] = ["steward", "welcomer", "member", "leaver", "applicant", "invited", "outsider", "stranger"];
  for (const [what, [read, expected]] of Object.entries(cells))
    test(what, async () => {
      const found = await Promise.all(whos.map(async (who) => ((await read(world[who])) === null ? "0" : "1")));
      expect(found.join("")).toBe(expected);
    });

  test("an address that is none, and an id that is none, read the same as what is not for me", async () => {
    const { steward } = world;
    expect(await findAssociation(null, "no-such")).toBeNull();
    expect(await findDesk(steward, "no-such")).toBeNull();
    expect(await findOnDesk(steward, { slug: world.slug, id: "x" })).toBeNull();
    expect(await findOnDesk(world.stranger, { slug: "altrove", id: world.applicationId })).toBeNull();
    expect(await findMyApplication(steward, "x")).toBeNull();
  });
});

test("M6: whoever admits does not find their own papers on the desk, not even the old ones", async () => {
  const { id, slug, steward } = await anAssociation({ name: "Di casa" });
  const ada = await aPerson();
  const applied = await applyToAssociation(ada, await papersFor(slug));
  const applicationId = applied.ok ? applied.value.applicationId : "";
  const word = { outcome: "ADMIT" as const, reason: null, message: "", clauseId: null };
  await decideApplication(steward, { applicationId, ...word });
  const where = { associationId_memberId: { associationId: id, memberId: ada.memberId } };
  const { id: membershipId } = await db.membership.findUniqueOrThrow({ where, select: { id: true } });
  const now = new Date();
  await db.roleGrant.create({
    data: { membershipId, role: "WELCOMER", state: "HELD", grantedAt: now, acceptedAt: now },
  });
  expect(await findDesk(ada, slug)).not.toBeNull();
  expect(await findOnDesk(ada, { slug, id: applicationId })).toBeNull();
  expect(await findOnDesk(steward, { slug, id: applicationId })).not.toBeNull();
});

describe("position", () => {
  const positionOf = (viewer: Viewer) => findPosition(viewer, { associationId: world.id });

  test.each([
    ["steward", { kind: "member", responsibilities: expect.arrayContaining(["CUSTODY"]), mayTakeUp: false }],
    ["welcomer", { kind: "member", responsibilities: ["ADMIT", "INVITE"] }],
    ["member", { kind: "member", responsibilities: [], offeredRoles: [] }],
    ["leaver", { kind: "outsider", refusal: null }],
    ["applicant", { kind: "pending" }],
    ["invited", { kind: "invited", inviter: "Rita Referente", reason: REASON }],
    ["outsider", { kind: "outsider", refusal: null, missingProfile: [] }],
  ] as const)("of the %s", async (who, expected) => {
    expect(await positionOf(world[who])).toMatchObject(expected);
  });

  test("of a visitor, and of somebody whose profile is thin", async () => {
    expect(await positionOf(null)).toEqual({ kind: "visitor" });
    expect(await positionOf(await aPerson("Bea", { about: "" }))).toMatchObject({ missingProfile: ["about"] });
  });

  test("says why not, with the day, as the command would", async () => {
    const { id, slug, steward } = await anAssociation({ name: "Con risposta" });
    const ada = await aPerson();
    const applied = await applyToAssociation(ada, await papersFor(slug));
    const word = { outcome: "DECLINE" as const, reason: "CAPACITY" as const, message: "Torna.", clauseId: null };
    const now = new Date();
    await decideApplication(steward, { applicationId: applied.ok ? applied.value.applicationId : "", ...word }, now);
    expect(await findPosition(ada, { associationId: id })).toMatchObject({
      refusal: { code: "membership.reapplyTooSoon", from: addDays(now, 30).getTime() },
    });
    expect(await findPosition(ada, { associationId: id, now: addDays(now, 30) })).toMatchObject({ refusal: null });
    const [line] = await listMyApplications(ada);
    const papers = await findMyApplication(ada, line?.id ?? "");
    expect(papers).toMatchObject({ state: "DECLINED", reapplyFrom: addDays(now, 30).toISOString() });
    expect(papers?.decisions).toMatchObject([{ reason: "CAPACITY", message: "Torna.", decider: "Rita Referente" }]);
  });

  test("an overdue application reads as expired before the job runs, and bars nothing", async () => {
    const { applicant, id } = world;
    const past = addDays(new Date(), 31);
    expect((await listMyApplications(applicant, past))[0]?.state).toBe("EXPIRED");
    expect(await findPosition(applicant, { associationId: id, now: past })).toMatchObject({
      kind: "outsider",
      refusal: null,
    });
    expect((await findDesk(world.steward, world.slug, past))?.queue).toEqual([]);
  });

  test("PT2: an offered role waits for its answer", async () => {
    const { steward, slug, id } = world;
    const bo = await aMemberOf(id);
    await offerRole(steward, { associationSlug: slug, handle: bo.handle, role: "WELCOMER" });
    expect(await positionOf(bo)).toMatchObject({ offeredRoles: [{ role: "WELCOMER", by: "Rita Referente" }] });
  });
});

describe("PT3: invitations", () => {
  test("each sees only the ones they sent; whoever was asked sees theirs", async () => {
    const { steward, welcomer, invited, outsider, slug } = world;
    expect((await findInvitationDesk(steward, slug))?.sent).toMatchObject([{ reason: REASON, state: "PENDING" }]);
    expect((await findInvitationDesk(welcomer, slug))?.sent).toEqual([]);
    expect(await listReceivedInvitations(invited)).toMatchObject([{ reason: REASON, inviter: "Rita Referente" }]);
    expect(await listReceivedInvitations(outsider)).toEqual([]);
  });
});

describe("A2, PV1: who is seen to belong", () => {
  const names = async (viewer: Viewer) =>
    (await glimpseMembers(viewer, world.id)).items.map(({ person }) => person.handle).sort();

  test("fellow members see all, and how many; others only those who opened it and may be found", async () => {
    const { id, member, outsider, steward } = world;
    const open = await aMemberOf(id);
    const hidden = await aMemberOf(id);
    await db.membership.updateMany({
      where: { memberId: { in: [open.memberId, hidden.memberId] } },
      data: { isVisible: true },
    });
    await db.member.update({ where: { id: hidden.memberId }, data: { isListed: false } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${hidden.memberId}::uuid])`;

    expect(await names(member)).toEqual(expect.arrayContaining([steward.handle, open.handle, hidden.handle]));
    expect((await glimpseMembers(member, id)).more).toBe(0);
    expect(await names(outsider)).toEqual([open.handle]);
    expect((await glimpseMembers(outsider, id)).more).toBeNull();
    expect(await names(null)).toEqual([]);
    await db.member.update({ where: { id: open.memberId }, data: { isPublic: true } });
    await db.memberFieldAudience.create({
      data: { memberId: open.memberId, field: "MEMBERSHIPS", audience: "PUBLIC" },
    });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${open.memberId}::uuid])`;
    expect(await names(null)).toEqual([open.handle]);
    await db.memberFieldAudience.updateMany({ where: { memberId: open.memberId }, data: { audience: "ONLY_ME" } });
    await db.$executeRaw`SELECT directory_refresh(ARRAY[${open.memberId}::uuid])`;
    expect(await names(outsider)).toEqual([]);
  });

  test("PT3: a role refused or ended moves nobody up; one held does", async () => {
    const { id, steward } = await anAssociation();
    const [first, second] = [await aMemberOf(id), await aMemberOf(id)];
    const where = { associationId_memberId: { associationId: id, memberId: second.memberId } };
    const { id: membershipId } = await db.membership.findUniqueOrThrow({ where });
    const grant = { membershipId, role: "WELCOMER", grantedAt: new Date(), endedAt: new Date() } as const;
    await db.roleGrant.createMany({
      data: [
        { ...grant, state: "REFUSED" },
        { ...grant, state: "ENDED" },
      ],
    });
    const order = async () => (await glimpseMembers(first, id)).items.map(({ person }) => person.handle);
    expect(await order()).toEqual([steward.handle, first.handle, second.handle]);
    await db.roleGrant.create({ data: { membershipId, role: "WELCOMER", grantedAt: new Date(), state: "HELD" } });
    expect(await order()).toEqual([steward.handle, second.handle, first.handle]);
  });

  test("the list of members says roles and pledges, and walks on by its cursor", async () => {
    const roster = await listMembers(world.member, world.slug, null);
    const line = roster?.items.find(({ person }) => person.handle === world.welcomer.handle);
    expect(line).toMatchObject({
      roles: ["WELCOMER"],
      pledge: { minutesPerPeriod: 180, statement: "Porto il furgone." },
    });
    expect(roster?.items.map(({ person }) => person.handle)).not.toContain(world.leaver.handle);
    expect(await listMembers(world.member, world.slug, "not-a-cursor")).toMatchObject({ total: roster?.total });
  });

  test("PV5: under five nobody is counted, from five they are", async () => {
    const { id, slug } = await anAssociation({ name: "Pochi" });
    for (let i = 0; i < 3; i++) await aMemberOf(id);
    expect((await findAssociation(null, slug))?.memberCount).toBeNull();
    await aMemberOf(id);
    expect((await findAssociation(null, slug))?.memberCount).toBe(5);
  });
});

describe("the list of associations", () => {
  const found = async (address: Record<string, string>) =>
    (await listAssociations(readFilters(address))).items.map(({ slug }) => slug);

  test("by words, without accents or case, by value, by region, by way in", async () => {
    await anAssociation({
      name: "Perché no",
      entry: "OPEN",
      places: ["Torino"],
      purpose: "Restituire 100% degli spazi.",
    });
    expect(await found({ q: "PERCHE" })).toEqual(["perche-no"]);
    expect(await found({ q: "100%" })).toEqual(["perche-no"]);
    expect(await found({ q: "nova orto" })).toEqual(["orto-di-via-nova"]);
    expect(await found({ region: "piemonte" })).toEqual(["perche-no"]);
    expect(await found({ entry: "OPEN" })).toEqual(["perche-no"]);
    expect(await found({ value: "care", q: "perche" })).toEqual(["perche-no"]);
    expect(await found({ value: "courage" })).toEqual([]);
  });

  test("walks by its cursor, each once, from A to Z", async () => {
    for (let i = 0; i < 26; i++) await anAssociation({ name: `Zeta ${String(i).padStart(2, "0")}` });
    const first = await listAssociations(readFilters({ q: "zeta" }));
    const second = await listAssociations(readFilters({ q: "zeta", after: first.nextCursor ?? "" }));
    const all = [...first.items, ...second.items].map(({ name }) => name);
    expect(first).toMatchObject({ total: 26 });
    expect(second.nextCursor).toBeNull();
    expect(all).toEqual([...new Set(all)].sort());
    expect(all).toHaveLength(26);
  }, 60_000);
});

describe("deeds and Detto / Fatto", () => {
  test("T1, T3: from five up, the missed included; under five nothing", async () => {
    const { id, slug } = await anAssociation({ name: "Promesse" });
    const promise = (state: "KEPT" | "MISSED", closedAt = new Date()) =>
      db.commitment.create({ data: { associationId: id, text: state, state, createdAt: closedAt, closedAt } });
    for (let i = 0; i < 3; i++) await promise("KEPT");
    await promise("MISSED");
    await promise("KEPT", addDays(new Date(), -400));
    expect((await findAssociation(null, slug))?.promised).toEqual([]);
    await promise("MISSED");
    const promised = (await findAssociation(null, slug))?.promised ?? [];
    expect(promised.filter(({ state }) => state === "MISSED")).toHaveLength(2);
    expect(promised).toHaveLength(5);
  });

  test("A2: deeds of projects kept for members show to members alone; unconfirmed ones to nobody", async () => {
    const { id, slug } = await anAssociation({ name: "Fatti" });
    const bo = await aMemberOf(id);
    const now = new Date();
    const project = (isMembersOnly: boolean) =>
      db.project.create({
        data: {
          ...{
            slug: `p-${crypto.randomUUID()}`,
            title: "P",
            associationId: id,
            ownerId: bo.memberId,
            kind: "THEMATIC",
          },
          ...{ purpose: "Fare.", createdAt: now, isMembersOnly },
        },
        select: { id: true },
      });
    const deed = async (isMembersOnly: boolean, title: string, isConfirmed: boolean) =>
      db.contribution.create({
        data: {
          ...{ memberId: bo.memberId, projectId: (await project(isMembersOnly)).id, kind: "TIME", title },
          ...{ doneOn: now, declaredAt: now, valueSlug: "care" },
          ...(isConfirmed && { state: "CONFIRMED", confirmedAt: now }),
        },
      });
    await deed(false, "Aperto", true);
    await deed(true, "Riservato", true);
    await deed(false, "Dichiarato", false);
    const titles = async (viewer: Viewer) =>
      (await findAssociation(viewer, slug))?.deeds.flatMap(({ latest }) => latest.map(({ title }) => title)).sort();
    expect(await titles(null)).toEqual(["Aperto"]);
    expect(await titles(await aPerson())).toEqual(["Aperto"]);
    expect(await titles(bo)).toEqual(["Aperto", "Riservato"]);
  });
});
