import { afterAll, describe, expect, test } from "vitest";
import { readContent } from "@/lib/association/facts";
import { charterHashOf } from "@/lib/association/rules";
import { addMonths, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aFounding, aPerson, expectInvariants, said, tally } from "@/lib/testing/associations";
import { makeMember } from "@/lib/testing/members";
import { readStanding } from "../facts";
import { foundAssociation } from "./commands";

afterAll(expectInvariants);

const found = (slug: string) =>
  db.association.findUniqueOrThrow({
    where: { slug },
    include: {
      charters: { include: { values: true, clauses: true } },
      questions: true,
      places: true,
      memberships: true,
    },
  });

describe("founding", () => {
  test("M2, R3: leaves a charter, a founder who pledged on it and looks after the association", async () => {
    const ada = await aPerson();
    const founded = await foundAssociation(ada, aFounding({ name: "Orto di Via Nova" }));
    expect(founded).toEqual({ ok: true, value: { associationSlug: "orto-di-via-nova" } });

    const association = await found("orto-di-via-nova");
    const [charter] = association.charters;
    const content = await db.$transaction((tx) => readContent(tx, charter?.id ?? ""));
    expect(charter).toMatchObject({ version: 1, hashForm: 2, hash: charterHashOf(content, 1) });
    expect(charter?.clauses.map(({ number }) => number)).toEqual([1, 2]);
    expect(association.places).toMatchObject([{ placeSlug: "bologna" }]);
    const standing = await db.$transaction((tx) =>
      readStanding(tx, { memberId: ada.memberId, associationId: association.id, now: new Date() }),
    );
    expect(standing).toMatchObject({ state: "ACTIVE", isListening: false });
    expect(standing?.responsibilities).toContain("CUSTODY");

    const papers = await db.application.findFirstOrThrow({
      where: { associationId: association.id },
      include: { stances: true, answers: true, pledge: true },
    });
    expect(papers).toMatchObject({ door: "FOUNDER", state: "ACCEPTED", charterHash: charter?.hash });
    expect(papers.stances.map(({ stance }) => stance)).toEqual(["SHARED", "SHARED", "SHARED"]);
    expect(papers.answers).toMatchObject([{ question: "Perché qui?", isRequired: true, text: "Perché sì." }]);
    expect(papers.pledge).toMatchObject({ minutesPerPeriod: 180, charterHash: charter?.hash });
    expect(
      await db.activity.findMany({ where: { associationId: association.id }, select: { kind: true, actorId: true } }),
    ).toEqual([{ kind: "association.founded", actorId: ada.memberId }]);
  });

  test.each([
    ["M2: with a thin profile", { headline: "" }, {}, "membership.profileIncomplete"],
    [
      "M2: without the answer one asks of others",
      {},
      { questions: [{ text: "?", isRequired: true, answer: "" }] },
      "membership.answerMissing",
    ],
    ["M2: without a statement", {}, { statement: " " }, "membership.statementMissing"],
    ["M2: below one's own minimum", {}, { minMinutes: 240, minPeriod: "MONTH" as const }, "membership.pledgeTooSmall"],
    ["PT1: beyond twelve months", {}, { untilOn: "2099-01-01" }, "membership.untilTooFar"],
    ["PT1: listening only", {}, { isListening: true }, "membership.listeningHoldsRole"],
    ["a name of signs alone", {}, { name: "!!!" }, "association.nameUnusable"],
  ])("refused %s, leaving nothing", async (_why, profile, change, code) => {
    const ada = await aPerson("Ada", profile);
    expect(said(await foundAssociation(ada, aFounding({ name: "Mai Nata", ...change })))).toBe(code);
    expect(await db.association.count({ where: { founderId: ada.memberId } })).toBe(0);
  });

  test("A1: neither the unverified nor the suspended found", async () => {
    const ada = await aPerson();
    expect(said(await foundAssociation({ ...ada, hasVerifiedEmail: false }, aFounding()))).toBe("common.unverified");
    expect(said(await foundAssociation(await makeMember({ isSuspended: true }), aFounding()))).toBe("common.suspended");
  });

  test("no more than three a day, and again the day after", async () => {
    const ada = await aPerson();
    const now = new Date();
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await foundAssociation(ada, aFounding({ name: `Serie ${i}` }), now));
    expect(answers.map(said)).toEqual(["ok", "ok", "ok", "association.foundedEnough"]);
    const tomorrow = new Date(now.getTime() + 86_400_000);
    const untilOn = addMonths(dayOf(tomorrow), 6);
    expect(said(await foundAssociation(ada, aFounding({ name: "Serie 5", untilOn }), tomorrow))).toBe("ok");
  });

  test("A4: twenty rounds of four founders with one name: four addresses, no error", async () => {
    for (let round = 0; round < 20; round++) {
      const people = await Promise.all([1, 2, 3, 4].map(() => aPerson()));
      const answers = await Promise.all(
        people.map((ada) => foundAssociation(ada, aFounding({ name: `Gemelle ${round}` }))),
      );
      expect(tally(answers)).toEqual({ ok: 4 });
    }
    expect(await db.association.count({ where: { name: { startsWith: "Gemelle" } } })).toBe(80);
  });

  test("A5: twenty rounds of six foundings at once by one person: three", async () => {
    for (let round = 0; round < 20; round++) {
      const ada = await aPerson();
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, i) => foundAssociation(ada, aFounding({ name: `Fretta ${round} ${i}` }))),
      );
      expect(tally(answers)).toEqual({ ok: 3, "association.foundedEnough": 3 });
    }
  });
});
