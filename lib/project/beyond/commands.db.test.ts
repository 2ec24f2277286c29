import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { tellOf } from "@/lib/notification/delivery";
import { findFrame } from "@/lib/notification/queries";
import { brokenInvariants, makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { moveProject } from "../commands";
import { findDesk } from "../desk/queries";
import { acceptBeyond, declineBeyond, offerBeyond, withdrawBeyond } from "./commands";
import { findOffering } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? "ok" : answer.refusal?.code);

let [owner, ada, bo]: Actor[] = [];
let project: { id: string; slug: string; needIds: string[] };
const the = (actor: Actor | undefined) => actor as Actor;

beforeAll(async () => {
  [owner, ada, bo] = await makeCrowd(3);
});
beforeEach(async () => {
  project = await makeProject(the(owner));
});
afterAll(async () => expect(await brokenInvariants()).toEqual([]));

const offer = async (who: Actor | undefined, change = {}, now = NOW) =>
  codeOf(
    await offerBeyond(
      the(who),
      {
        ...{ slug: project.slug, title: "Tengo i conti del cantiere", brings: "COMPETENCE", competence: "accounting" },
        ...{ contact: "", message: "Una sera al mese.", hours: 600, ...change },
      } as Parameters<typeof offerBeyond>[1],
      now,
    ),
  );
const newest = () =>
  db.beyondOffer.findFirstOrThrow({ where: { projectId: project.id }, orderBy: { offeredAt: "desc" } });
const accept = async (who: Actor | undefined) =>
  codeOf(await acceptBeyond(the(who), { beyondId: (await newest()).id }, NOW));
const decline = async (who: Actor | undefined) =>
  codeOf(await declineBeyond(the(who), { beyondId: (await newest()).id }, NOW));

describe("PJ3: offering beyond the needs", () => {
  test("names a competence of one's own or a contact, tells the owner, and seats nobody", async () => {
    expect(await offer(owner)).toBe("project.ownNeed");
    expect(await offer(ada, { competence: "tax-advice" })).toBe("project.competenceNotHeld");
    expect(await offer(ada, { brings: "CONTACT", competence: null, contact: "mario@example.org" })).toBe(
      "project.contactDiscloses",
    );
    expect(await offer(ada)).toBe("ok");
    expect(await offer(ada)).toBe("project.alreadyOffered");
    expect(await db.needOffer.count({ where: { need: { projectId: project.id } } })).toBe(0);
    const waiting = (await findFrame(the(owner), [], NOW)).waiting;
    expect(waiting.find((item) => item.project?.slug === project.slug)).toMatchObject({ kind: "offers", count: 1 });
    const { id } = await db.activity.findFirstOrThrow({
      where: { kind: "project.offeredBeyond", projectId: project.id },
    });
    await tellOf(id, NOW);
    const mail = await db.outboxMail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(mail.subject).toContain("qualcosa che nessun posto chiede");
    expect((await findDesk(the(owner), project.slug))?.beyond.map(({ title }) => title)).toEqual([
      "Tengo i conti del cantiere",
    ]);
    expect((await findOffering(the(ada), project.slug, NOW))?.own?.title).toBe("Tengo i conti del cantiere");
    expect((await findOffering(the(bo), project.slug, NOW))?.own).toBeNull();
  });

  test("said yes to by the owner it is a useful need with one seat, taken, and its commitment; said twice, once", async () => {
    await offer(ada);
    expect(await accept(bo)).toBe("common.notFound");
    expect(await accept(ada)).toBe("common.notFound");
    expect(await Promise.all([accept(owner), accept(owner)])).toEqual(["ok", "ok"]);
    const needs = await db.need.findMany({
      where: { projectId: project.id, title: "Tengo i conti del cantiere" },
      select: { seats: true, isCritical: true, kind: true, offers: { select: { memberId: true, state: true } } },
    });
    expect(needs).toEqual([
      {
        ...{ seats: 1, isCritical: false, kind: "ROLE" },
        offers: [{ memberId: the(ada).memberId, state: "ACCEPTED" }],
      },
    ]);
    expect(await db.commitment.count({ where: { projectId: project.id, memberId: the(ada).memberId } })).toBe(1);
  });

  test("a yes and a taking back at once leave one", async () => {
    await offer(ada);
    const { id } = await newest();
    const back = async () => codeOf(await withdrawBeyond(the(ada), { beyondId: id }, NOW));
    const said = await Promise.all([accept(owner), back()]);
    expect(said.sort()).toEqual(["ok", "project.offerClosed"]);
    expect(codeOf(await withdrawBeyond(the(bo), { beyondId: id }, NOW))).toBe("common.notFound");
  });

  test("PT3: after a «non ora» not again for ninety days", async () => {
    await offer(ada);
    expect(await decline(owner)).toBe("ok");
    expect(await decline(owner)).toBe("ok");
    expect(await accept(owner)).toBe("project.offerClosed");
    expect(await offer(ada, {}, new Date(addDays(NOW, 90).getTime() - 1))).toBe("project.offeredTooSoon");
    expect((await findOffering(the(ada), project.slug, NOW))?.againFrom).toBe(addDays(NOW, 90).toISOString());
    expect(await offer(ada, {}, addDays(NOW, 90))).toBe("ok");
  });

  test("M8, A2: it waits no more once the project ends, or is not theirs to read", async () => {
    await offer(ada);
    await moveProject(the(owner), { slug: project.slug, to: "ABANDONED" }, NOW);
    expect((await newest()).state).toBe("WITHDRAWN");
    expect(await offer(ada)).toBe("project.notOpenToOffers");
    const group = await makeGroup({ steward: the(owner), active: [the(ada)] });
    project = await makeProject(the(owner), { association: group.slug, isMembersOnly: true });
    expect(await offer(bo)).toBe("common.notFound");
    expect(await findOffering(the(bo), project.slug, NOW)).toBeNull();
    await offer(ada);
    expect(codeOf(await leaveAssociation(the(ada), { associationSlug: group.slug }, NOW))).toBe("ok");
    expect((await newest()).state).toBe("WITHDRAWN");
  });

  test("the database keeps it: named, one at a time, answered once", async () => {
    await offer(ada);
    const { id, ...row } = await newest();
    await expect(db.beyondOffer.create({ data: row })).rejects.toThrow(/Unique|beyond_offer_one_open/);
    await expect(
      db.beyondOffer.create({ data: { ...row, memberId: the(bo).memberId, competenceId: null } }),
    ).rejects.toThrow(/beyond_offer_names_something/);
    await decline(owner);
    await expect(db.beyondOffer.update({ where: { id }, data: { state: "WAITING", closedAt: null } })).rejects.toThrow(
      /PT2/,
    );
  });
});
