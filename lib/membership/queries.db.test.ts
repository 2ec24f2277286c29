import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAssociation } from "@/lib/association/queries";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf, anAssociation, aPerson, expectInvariants, papersFor } from "@/lib/testing/associations";
import { makePositions, type Positions, REASON } from "@/lib/testing/positions";
import { applyToAssociation } from "./application/commands";
import { findMyApplication, listMyApplications } from "./application/queries";
import { decideApplication } from "./decision/commands";
import { findDesk, findOnDesk } from "./decision/queries";
import { findInvitationDesk, listReceivedInvitations } from "./invitation/queries";
import { findLeaving } from "./leaving/queries";
import { findPledge } from "./pledge/queries";
import { findPosition } from "./position/queries";
import { offerRole } from "./role/commands";
import { findRoleDesk } from "./role/queries";
import { listMembers } from "./roster/queries";

let world: Positions;
beforeAll(async () => {
  world = await makePositions();
});
afterAll(expectInvariants);

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
    await offerRole(steward, { associationSlug: slug, whom: bo.handle, role: "WELCOMER" });
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
