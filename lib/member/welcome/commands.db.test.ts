import { expect, test } from "vitest";
import { makeMember } from "@/lib/testing/members";
import { findOwnProfile, findWelcomeStep } from "../queries";
import { answerTies, answerTrust, answerValue, answerWho, skipStep } from "./commands";

test("P60: the four questions fill the four parts, one saved step at a time", async () => {
  const actor = await makeMember();
  expect(await findWelcomeStep(actor)).toBe(1);
  expect(await answerWho(actor, { headline: "Liutaia", about: "Violini.", place: "cremona" })).toEqual({
    ok: true,
    value: { next: 2 },
  });
  expect(await findWelcomeStep(actor)).toBe(2);
  const competences = [{ name: "woodworking", level: 4 }];
  await answerValue(actor, { valueBrought: "Mani.", competences, offer: "Un’ora in bottega" });
  await answerTies(actor, { audience: "Chi suona.", isPublic: false });
  expect(await answerTrust(actor, { vision: "", values: ["care", "trust", "courage"] })).toEqual({
    ok: true,
    value: { next: null },
  });
  expect(await findWelcomeStep(actor)).toBeNull();
  expect(await findOwnProfile(actor)).toMatchObject({
    ...{ headline: "Liutaia", placeSlug: "cremona", valueBrought: "Mani.", audience: "Chi suona.", isPublic: false },
    ...{ competences: [{ slug: "woodworking", level: 4 }], values: ["care", "trust", "courage"] },
    offers: [{ title: "Un’ora in bottega" }],
  });
});

test("a skipped step writes nothing and is not asked again; a refused one keeps its place", async () => {
  const actor = await makeMember({ headline: "Com’era" });
  expect(await skipStep(actor, { step: 1 })).toEqual({ ok: true, value: { next: 2 } });
  expect((await findOwnProfile(actor)).headline).toBe("Com’era");
  expect(await findWelcomeStep(actor)).toBe(2);
  expect(await answerTrust(actor, { vision: "", values: ["care"] })).toMatchObject({ ok: false });
  expect(await findWelcomeStep(actor)).toBe(2);
  expect(await skipStep(actor, { step: 4 })).toEqual({ ok: true, value: { next: null } });
  expect(await findWelcomeStep(actor)).toBeNull();
});

test("PV2: a profile opens to visitors only when that was ticked, and never closes by not ticking", async () => {
  const actor = await makeMember();
  await answerTies(actor, { audience: "", isPublic: true });
  expect(await findOwnProfile(actor)).toMatchObject({ isPublic: true, isIndexed: false });
  await answerTies(actor, { audience: "", isPublic: false });
  expect((await findOwnProfile(actor)).isPublic).toBe(true);
});
