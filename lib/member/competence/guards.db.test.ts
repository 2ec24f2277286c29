import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeMember } from "@/lib/testing/members";
import { heldOf } from "./rules";

let memberId: string;
let cooking: number;
const hold = (data: { competences?: number[]; values?: string[] }) =>
  db.member.update({ where: { id: memberId }, data, select: { competences: true, values: true } });

beforeAll(async () => {
  ({ memberId } = await makeMember({ competences: { cooking: 2 }, values: ["care"] }));
  ({ id: cooking } = await db.competence.findUniqueOrThrow({ where: { slug: "cooking" }, select: { id: true } }));
});

describe("the database keeps what a profile holds sound", () => {
  test("a competence at each of four levels, and values in their order", async () => {
    for (const level of [1, 2, 3, 4]) {
      const competences = [heldOf({ id: cooking, level })];
      expect(await hold({ competences })).toEqual({ competences, values: ["care"] });
    }
    expect((await hold({ values: ["trust", "care"] })).values).toEqual(["trust", "care"]);
    await hold({ competences: [heldOf({ id: cooking, level: 2 })] });
  });

  test.each([
    ["level 0", (id: number) => [heldOf({ id, level: 0 })]],
    ["level 5", (id: number) => [heldOf({ id, level: 5 })]],
    ["the same competence twice", (id: number) => [heldOf({ id, level: 1 }), heldOf({ id, level: 3 })]],
    ["a competence that is not there", () => [heldOf({ id: 999_999, level: 2 })]],
  ])("refuses %s", async (_, competences) => {
    await expect(hold({ competences: competences(cooking) })).rejects.toThrow("each competence that is there once");
  });

  test.each([[["care", "care"]], [["no-such-value"]]])("refuses the values %j", async (values) => {
    await expect(hold({ values })).rejects.toThrow("each value that is there once");
  });

  test("refuses nothing in place of a list, or within one", async () => {
    for (const nothing of ["NULL", "ARRAY[NULL]::int[]"])
      await expect(
        db.$executeRawUnsafe(`UPDATE "Member" SET "competences" = ${nothing} WHERE "id" = '${memberId}'`),
      ).rejects.toThrow(/member_holds|each competence/);
  });

  test("what somebody holds cannot go, what nobody holds can", async () => {
    await expect(db.competence.delete({ where: { id: cooking } })).rejects.toThrow();
    await expect(db.value.delete({ where: { slug: "care" } })).rejects.toThrow();
    await db.value.create({ data: { slug: "for-a-moment" } });
    await db.value.delete({ where: { slug: "for-a-moment" } });
    await db.competence.create({ data: { slug: "for-a-moment", areaSlug: "food" } });
    await db.competence.delete({ where: { slug: "for-a-moment" } });
  });

  test("what profiles name keeps its key; all else about it may change", async () => {
    const keyed = { where: { id: cooking } };
    await expect(db.competence.update({ ...keyed, data: { id: 999_999 } })).rejects.toThrow("keeps its key");
    await expect(db.value.update({ where: { slug: "care" }, data: { slug: "caring" } })).rejects.toThrow(
      "keeps its key",
    );
    const { areaSlug } = await db.competence.findUniqueOrThrow(keyed);
    await db.competence.update({ ...keyed, data: { areaSlug } });
  });

  test.each([
    [`"competences" = ARRAY[999999 * 8 + 2]`, "a competence twice, unknown or of no level"],
    [`"competences" = "competences" || "competences"`, "a competence twice, unknown or of no level"],
    [`"values" = ARRAY['care', 'care']`, "a value twice or unknown"],
    [`"values" = ARRAY['no-such-value']`, "a value twice or unknown"],
  ])("what came in without its guards is found: %s", async (change, detail) => {
    await hold({ competences: [heldOf({ id: cooking, level: 2 })], values: ["care"] });
    const check = () =>
      db.$queryRaw`SELECT "detail" FROM check_invariants() WHERE "id" = ${memberId}::uuid AND "rule" = 'profile'`;
    expect(await check()).toEqual([]);
    const found = db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRawUnsafe(`UPDATE "Member" SET ${change} WHERE "id" = '${memberId}'`);
      const rows =
        await tx.$queryRaw`SELECT "detail" FROM check_invariants() WHERE "id" = ${memberId}::uuid AND "rule" = 'profile'`;
      throw new Error(JSON.stringify(rows));
    });
    await expect(found).rejects.toThrow(JSON.stringify([{ detail }]));
  });

  test("is read as rows, in the order of the profile", async () => {
    const [first, second] = [heldOf({ id: cooking, level: 4 }), heldOf({ id: cooking - 1, level: 1 })];
    await hold({ competences: [first, second] });
    const rows = await db.$queryRaw`
      SELECT h.* FROM "Member" m, competences_held(m."competences") h WHERE m."id" = ${memberId}::uuid`;
    expect(rows).toEqual([
      { competenceId: cooking, level: 4, position: 1 },
      { competenceId: cooking - 1, level: 1, position: 2 },
    ]);
  });
});
