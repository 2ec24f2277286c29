import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAssociation } from "@/lib/association/queries";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { confirmContribution, declareContribution } from "@/lib/contribution/commands";
import { reverseContribution } from "@/lib/contribution/reversal/commands";
import { db } from "@/lib/db/client";
import { findReporting } from "@/lib/moderation/report/queries";
import { findHome } from "@/lib/notification/home/queries";
import { expectInvariants, said } from "@/lib/testing/associations";
import { makeCrowd, makeGroup, makeProject } from "@/lib/testing/projects";
import { conclude, contributed, makeRunning } from "@/lib/testing/results";
import { removeFile, uploadFile } from "../file/commands";
import { findProject } from "../page/queries";
import { findResult } from "../result/queries";
import { findDeeds } from "./queries";

const NOW = new Date("2026-11-21T10:00:00Z");
let owner: Actor;
let ada: Actor;
let fellow: Actor;
let stranger: Actor;
let group: { id: string; slug: string };
let made: Awaited<ReturnType<typeof makeRunning>>;

beforeAll(async () => {
  [owner, ada, fellow, stranger] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  group = await makeGroup({ steward: owner, active: [ada, fellow] });
  made = await makeRunning({ owner, seated: [ada], association: group.slug }, NOW);
});
afterAll(expectInvariants);

type Audience = "PUBLIC" | "MEMBERS" | "SHARED_ASSOCIATIONS" | "CONNECTED" | "ONLY_ME";

async function keepFor(audience: Audience) {
  const key = { memberId: ada.memberId, field: "DEEDS" as const };
  await db.memberFieldAudience.upsert({
    where: { memberId_field: key },
    create: { ...key, audience },
    update: { audience },
  });
}

/** Everything somebody is told of the project and of its association, as one text. */
async function told(viewer: Viewer): Promise<string> {
  return JSON.stringify([
    ...[await findProject(viewer, made.slug, NOW), await findDeeds(viewer, made.slug, NOW)],
    ...[await findResult(viewer, made.slug, NOW), await findAssociation(viewer, group.slug)],
    viewer ? (await findHome(viewer, NOW)).happenings : null,
  ]);
}

describe("PV1: what each gave is there for those they chose", () => {
  test("and for others everything is as if it had never been", async () => {
    await keepFor("ONLY_ME");
    const outside = [null, stranger, fellow] as Viewer[];
    const before = await Promise.all(outside.map(told));
    const inside = await told(owner);
    const { id, title } = await contributed(made.slug, { by: ada, witness: owner }, NOW);
    await db.$executeRaw`ALTER TABLE "Contribution" DISABLE TRIGGER confirmed_immutable`;
    await db.contribution.update({ where: { id }, data: { valueSlug: "care" } });
    await db.$executeRaw`ALTER TABLE "Contribution" ENABLE TRIGGER confirmed_immutable`;
    expect(await Promise.all(outside.map(told))).toEqual(before);
    expect(await told(owner)).not.toBe(inside);
    expect(await told(ada)).toContain(title);
    for (const by of [fellow, stranger])
      expect(said(await reverseContribution(by, { contributionId: id, reason: "Non è andata così." }, NOW))).toBe(
        "common.notFound",
      );
    expect((await findReporting(fellow, { slug: group.slug, contribution: id }, NOW))?.contribution).toBeNull();
  });

  test.each<[Audience, readonly boolean[]]>([
    ["PUBLIC", [true, true, true, true]],
    ["MEMBERS", [false, true, true, true]],
    ["SHARED_ASSOCIATIONS", [false, false, true, true]],
    ["CONNECTED", [false, false, false, true]],
    ["ONLY_ME", [false, false, false, true]],
  ])("%s: a visitor, a member, a fellow, whoever was there", async (audience, reads) => {
    await keepFor(audience);
    const seen = async (viewer: Viewer) => (await findProject(viewer, made.slug, NOW))?.contributions.length === 1;
    expect(await Promise.all(([null, stranger, fellow, owner] as Viewer[]).map(seen))).toEqual(reads);
  });

  test("on the result too, where nobody is named for what nobody may read", async () => {
    await keepFor("MEMBERS");
    await conclude(made.slug, { owner }, NOW);
    const deeds = async (viewer: Viewer) => {
      const result = await findResult(viewer, made.slug, NOW);
      return [...(result?.hands ?? []).flatMap((hand) => hand.deeds), ...(result?.unsigned ?? [])].length;
    };
    expect([await deeds(null), await deeds(stranger), await deeds(owner)]).toEqual([0, 1, 1]);
  });
});

describe("PJ5: what shows a contribution", () => {
  const deed = { kind: "TIME" as const, title: "Ho rifatto il tetto", hours: null, doneOn: "2026-11-20" };

  test("is a link for whoever reads it, and a file of that project for those who take part; gone with the file, and the deed stays", async () => {
    const { slug } = await makeRunning({ owner: ada, seated: [fellow] }, NOW);
    expect(said(await uploadFile(ada, { slug, file: new File(["Misure."], "misure.txt") }, NOW))).toBe("ok");
    const { id: fileId } = await db.projectFile.findFirstOrThrow({
      where: { project: { slug } },
      select: { id: true },
    });
    const shown = { slug, ...deed, evidenceUrl: "https://example.org/tetto", evidenceFileId: fileId };
    const elsewhere = await makeProject(ada);
    expect(said(await declareContribution(ada, { ...shown, slug: elsewhere.slug }, NOW))).toBe(
      "contribution.evidenceGone",
    );
    expect(said(await declareContribution(fellow, shown, NOW))).toBe("ok");
    const waiting = (await findDeeds(ada, slug, NOW))?.declared[0];
    expect(waiting).toMatchObject({ evidenceUrl: shown.evidenceUrl, evidenceFile: { id: fileId, name: "misure.txt" } });
    expect(said(await confirmContribution(ada, { contributionId: waiting?.id ?? "" }, NOW))).toBe("ok");
    const line = async (viewer: Viewer) => (await findProject(viewer, slug, NOW))?.contributions[0];
    expect(await line(fellow)).toMatchObject({ evidenceFile: { id: fileId } });
    for (const viewer of [null, stranger] as Viewer[])
      expect(await line(viewer)).toMatchObject({ evidenceUrl: shown.evidenceUrl, evidenceFile: null });
    expect(said(await removeFile(ada, { slug, fileId }, NOW))).toBe("ok");
    expect(await line(fellow)).toMatchObject({ title: deed.title, evidenceFile: null });
  });

  test("is refused by the table when it is of another project", async () => {
    const one = await makeProject(ada);
    const { id: fileId } = await db.projectFile.create({
      data: {
        projectId: made.id,
        name: "a.txt",
        mime: "text/plain",
        size: 1,
        sha256: "x",
        bytes: Buffer.from("a"),
        at: NOW,
      },
      select: { id: true },
    });
    const row = { memberId: ada.memberId, projectId: one.id, kind: "TIME" as const, title: "Altro", doneOn: NOW };
    await expect(
      db.contribution.create({ data: { ...row, declaredAt: NOW, evidenceFileId: fileId } }),
    ).rejects.toThrow();
  });
});
