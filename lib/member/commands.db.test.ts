import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { readFilters } from "@/lib/directory/filter/rules";
import { searchPeople } from "@/lib/directory/queries";
import { anAssociation, aPerson } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { editPrivacy } from "./audience/commands";
import { DEFAULT_AUDIENCES } from "./audience/rules";
import { editTies, editTrust, editValue, editWho } from "./commands";
import { readMinimumProfile } from "./facts";
import { findOwnProfile, findProfile } from "./queries";
import type { WhoInput } from "./schema";

const WHO: WhoInput = {
  name: "Ada Prova",
  headline: "Liutaia",
  about: "Faccio violini.",
  story: "Da un banco di scuola.",
  place: "cremona",
  languages: ["it", "en", "it"],
  contentLocale: "it",
};

const found = async (q: string) =>
  (await searchPeople(await makeMember(), readFilters({ q }), { language: "it" })).total;

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE "Account", "Member", "Association" CASCADE`;
});

describe("editing one's own profile", () => {
  test("A3: what is written is found at once, and recorded once", async () => {
    const actor = await makeMember({ headline: "Apicoltrice" });
    expect(await found("liutaia")).toBe(0);
    expect(await editWho(actor, WHO)).toEqual({ ok: true, value: null });
    expect(await found("liutaia cremona")).toBe(1);
    expect(await found("apicoltrice")).toBe(0);
    expect(await findOwnProfile(actor)).toMatchObject({
      headline: "Liutaia",
      placeSlug: "cremona",
      languages: ["it", "en"],
    });
    const activities = await db.activity.findMany({
      where: { actorId: actor.memberId },
      select: { kind: true, data: true },
    });
    expect(activities).toEqual([{ kind: "member.profileEdited", data: { part: "who" } }]);
  });

  test.each([
    ["suspended", { isSuspended: true }, "common.suspended"],
    ["unverified", { hasVerifiedEmail: false }, "common.unverified"],
  ])("A1: who is %s writes nothing", async (_, change, code) => {
    const actor = { ...(await makeMember()), ...change };
    for (const attempt of [
      editWho(actor, WHO),
      editValue(actor, { valueBrought: "Mani", competences: [] }),
      editTies(actor, { audience: "Tutti", shown: [] }),
      editTrust(actor, { vision: "Vedo", values: [] }),
      editPrivacy(actor, { reach: "PUBLIC", isAskable: true, audiences: DEFAULT_AUDIENCES }),
    ])
      expect(await attempt).toMatchObject({ ok: false, refusal: { code } });
    expect(await findOwnProfile(actor)).toMatchObject({
      headline: "",
      valueBrought: "",
      audience: "",
      vision: "",
      isPublic: false,
    });
  });

  test("A7: the same form sent twice writes once", async () => {
    const actor = submitting(await makeMember(), randomUUID());
    const answers = await Promise.all([editWho(actor, WHO), editWho(actor, { ...WHO, headline: "Altro" })]);
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await db.activity.count({ where: { actorId: actor.memberId } })).toBe(1);
  });

  test("competences keep their order and level; one named twice counts once", async () => {
    const actor = await makeMember({ competences: { accounting: 4 } });
    const rows = [
      { name: "woodworking", level: 4 },
      { name: "tax-advice", level: 1 },
      { name: "woodworking", level: 2 },
    ];
    await editValue(actor, { valueBrought: "Due mani.", competences: rows });
    expect((await findOwnProfile(actor)).competences).toEqual([
      { slug: "woodworking", level: 4 },
      { slug: "tax-advice", level: 1 },
    ]);
    expect(await found("falegname")).toBe(1);
    expect(await found("contabilità")).toBe(0);
  });

  test("two edits at the same instant leave one whole profile, and search says the same", async () => {
    const actor = await makeMember();
    const sets = [
      ["woodworking", "tax-advice"],
      ["photography", "accounting"],
    ];
    await Promise.all(
      sets.map((names) =>
        editValue(actor, { valueBrought: names.join(), competences: names.map((name) => ({ name, level: 3 })) }),
      ),
    );
    const profile = await findOwnProfile(actor);
    const slugs = profile.competences.map(({ slug }) => slug);
    expect(profile.valueBrought).toBe(slugs.join());
    const { items } = await searchPeople(actor, readFilters({}), { language: "it" });
    expect(items[0]?.card.competences.map(({ slug }) => slug)).toEqual(slugs);
  });

  test.each([
    [["trust", "care"], "member.valuesCount"],
    [["trust", "care", "trust"], "member.valueRepeated"],
  ])("values %j are refused as %s, and the text beside them is not half saved", async (values, code) => {
    const actor = await makeMember({ values: ["care", "trust", "courage"], vision: "Prima" });
    expect(await editTrust(actor, { vision: "Dopo", values })).toMatchObject({ ok: false, refusal: { code } });
    expect(await findOwnProfile(actor)).toMatchObject({ vision: "Prima", values: ["care", "trust", "courage"] });
  });

  test("values may be none, or three in one's own order", async () => {
    const actor = await makeMember();
    expect((await editTrust(actor, { vision: "", values: ["trust", "care", "courage"] })).ok).toBe(true);
    expect((await findOwnProfile(actor)).values).toEqual(["trust", "care", "courage"]);
    expect((await editTrust(actor, { vision: "", values: [] })).ok).toBe(true);
  });

  test("a profile that never said anything reads as empty, not as a fault", async () => {
    const actor = await makeMember();
    await db.$executeRaw`UPDATE "Member" SET "languages" = NULL`;
    expect(await findOwnProfile(actor)).toMatchObject({
      languages: [],
      competences: [],
      offers: [],
      values: [],
      memberships: [],
    });
  });

  test("M2: the minimum profile is read as it stands", async () => {
    const actor = await makeMember({ headline: "Liutaia" });
    await editValue(actor, { valueBrought: "Due mani.", competences: [{ name: "woodworking", level: 1 }] });
    const facts = await db.$transaction((tx) => readMinimumProfile(tx, actor.memberId));
    expect(facts).toMatchObject({ headline: "Liutaia", about: "", valueBrought: "Due mani.", competences: 1 });
    const nobody = await db.$transaction((tx) => readMinimumProfile(tx, randomUUID()));
    expect(nobody.name).toBe("");
  });
});

describe("who sees what", () => {
  test("PV2: a profile opens to visitors, is listed or not, with one choice, at once", async () => {
    const actor = await makeMember({ headline: "Liutaia" });
    const other = await makeMember();
    const seenBy = async (handle: string) =>
      [null, other].map((viewer) => findProfile(viewer, handle).then((seen) => seen !== null));
    const reach = async (to: "UNLISTED" | "MEMBERS" | "PUBLIC") => {
      expect((await editPrivacy(actor, { reach: to, isAskable: true, audiences: DEFAULT_AUDIENCES })).ok).toBe(true);
      return Promise.all(await seenBy(actor.handle));
    };
    expect(await reach("UNLISTED")).toEqual([false, false]);
    expect(await found("liutaia")).toBe(0);
    expect(await reach("MEMBERS")).toEqual([false, true]);
    expect(await found("liutaia")).toBe(1);
    expect(await reach("PUBLIC")).toEqual([true, true]);
    expect((await searchPeople(null, readFilters({ q: "liutaia" }), { language: "it" })).total).toBe(1);
  });

  test("PV1: a part that closes leaves search in the same transaction", async () => {
    const actor = await makeMember({ story: "Un circo a Cremona." });
    expect(await found("circo")).toBe(1);
    await editPrivacy(actor, {
      reach: "MEMBERS",
      isAskable: true,
      audiences: { ...DEFAULT_AUDIENCES, STORY: "ONLY_ME" },
    });
    expect(await found("circo")).toBe(0);
    const seen = await findProfile(await makeMember(), actor.handle);
    expect(seen?.profile.story).toBe("");
    expect((await findOwnProfile(actor)).story).toBe("Un circo a Cremona.");
  });

  test("PV1: whoever shares an association sees what is opened to it, and the belonging itself", async () => {
    const { slug, steward } = await anAssociation();
    const outsider = await aPerson();
    await editPrivacy(steward, {
      reach: "MEMBERS",
      isAskable: true,
      audiences: { ...DEFAULT_AUDIENCES, EMAIL: "SHARED_ASSOCIATIONS" },
    });
    const seen = await findProfile(outsider, steward.handle);
    expect(seen).toMatchObject({ relation: "member", profile: { email: null, memberships: [] } });
    expect(await editTies(steward, { audience: "Chi ripara", shown: [slug, "another-association"] })).toMatchObject({
      refusal: { code: "validation.invalid", field: "shown" },
    });
    await editTies(steward, { audience: "Chi ripara", shown: [slug] });
    expect((await findProfile(outsider, steward.handle))?.profile.memberships.map((one) => one.slug)).toEqual([slug]);
    expect(await findProfile(null, steward.handle)).toBeNull();
    await editTies(steward, { audience: "Chi ripara", shown: [] });
    expect((await findProfile(outsider, steward.handle))?.profile.memberships).toEqual([]);
  });

  test("A2: nobody, somebody suspended and somebody unlisted give the same answer", async () => {
    const viewer = await makeMember();
    const suspended = await makeMember({ isPublic: true, isSuspended: true });
    const unlisted = await makeMember({ isListed: false });
    for (const handle of ["nobody-here", suspended.handle, unlisted.handle]) {
      expect(await findProfile(viewer, handle)).toBeNull();
      expect(await findProfile(null, handle)).toBeNull();
    }
    expect((await findProfile(suspended, suspended.handle))?.relation).toBe("self");
  });
});
