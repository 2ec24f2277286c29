import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { recordActivity } from "@/lib/activity/commands";
import { db } from "@/lib/db/client";
import { forgetSearch, saveSearch } from "@/lib/directory/saved/commands";
import { anAssociation, aPerson, expectInvariants } from "@/lib/testing/associations";
import { forgetTellings, mailsTo, telling, toldTo } from "@/lib/testing/tellings";
import { chooseMails } from "./commands";
import { listNotifications } from "./queries";

beforeEach(forgetTellings);
afterAll(expectInvariants);

describe("a saved search", () => {
  const NEWS = "Qualcuno di nuovo per la tua ricerca «liutaio · Ha un “offro”»";
  async function aFind(query = "q=liutaio&side=offers") {
    const owner = await aPerson("Ida Padrona");
    await saveSearch(owner, { query, locale: "it" });
    const { id } = await db.savedSearch.findFirstOrThrow({
      where: { memberId: owner.memberId },
      select: { id: true },
    });
    const find = () =>
      db.$transaction((tx) =>
        recordActivity(tx, {
          kind: "directory.searchFound",
          actorId: null,
          memberId: owner.memberId,
          subjectId: id,
          at: new Date(),
        }),
      );
    return { owner, id, find };
  }

  test("is told to its owner alone, in the product and by mail, in words and with a way there", async () => {
    const { owner, find } = await aFind();
    await telling(find);
    expect(await toldTo(owner)).toEqual(["searchFound"]);
    const [mail, ...more] = await mailsTo(owner);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(NEWS);
    expect(mail?.text).toContain("http://localhost:3000/persone/ricerche");
    expect(await db.notification.count({ where: { kind: "searchFound" } })).toBe(1);
  });

  test("names the association it is narrowed to, while everybody may know it", async () => {
    const { id, slug } = await anAssociation({ name: "Lume di quartiere" });
    const { owner, find } = await aFind(`q=liutaio&association=${slug}`);
    await telling(find);
    expect(await mailsTo(owner)).toMatchObject([
      { subject: "Qualcuno di nuovo per la tua ricerca «liutaio · Lume di quartiere»" },
    ]);
    await db.association.update({ where: { id }, data: { state: "CLOSED" }, select: { id: true } });
    expect((await listNotifications(owner, null)).items).toMatchObject([{ association: null }]);
  });

  test("NT1: without the mail, for whoever does not want it", async () => {
    const { owner, find } = await aFind();
    await chooseMails(owner, { wanted: [], weekly: false });
    await telling(find);
    expect([await toldTo(owner), await mailsTo(owner)]).toEqual([["searchFound"], []]);
  });

  test("NT2: not once its owner is suspended, nor once it is gone; what was told of it goes with it", async () => {
    const [suspended, gone, earlier] = [await aFind(), await aFind(), await aFind()];
    await db.account.update({
      where: { id: suspended.owner.accountId },
      data: { suspendedAt: new Date() },
      select: { id: true },
    });
    await telling(earlier.find);
    expect((await listNotifications(earlier.owner, null)).items).toMatchObject([{ detail: "q=liutaio&side=offers" }]);
    for (const { owner, id } of [gone, earlier]) await forgetSearch(owner, { id });
    for (const { find } of [suspended, gone]) await telling(find);
    expect([await toldTo(suspended.owner), await toldTo(gone.owner)]).toEqual([[], []]);
    expect((await listNotifications(earlier.owner, null)).items).toEqual([]);
  });
});
