import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Try } from "../ground/acts";
import { membersOf, setScene } from "../ground/scene";
import { at, behindAssociation, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** The first who contends, a member of an association that all stewards look after. */
async function joined({ contenders, stewards }: Crowd) {
  const member = at(contenders, 0);
  const scene = await setScene({ stewards, active: [member] });
  return { scene, member, membershipId: scene.membershipOf(member), of: { associationSlug: scene.slug } };
}

const toAndFro: Race = {
  rule: "M1, M7, M10",
  title: "one member pauses, comes back and leaves",
  async prepare(crowd) {
    const { scene, member: actor, membershipId, of: input } = await joined(crowd);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => {
        if (i % 8 === 0) return { act: "leave", actor, input };
        return i % 2 ? { act: "pause", actor, input } : { act: "resume", actor, input };
      }),
      judge: async (answers) => {
        const counts = countOf(answers);
        const leaves = answers.filter(({ act }) => act === "leave").length;
        const { state } = await db.membership.findUniqueOrThrow({ where: { id: membershipId } });
        const told = ["membership.alreadyPaused", "membership.notPaused", "membership.notMember"];
        return [
          ...unheardOf(counts, ["ok", ...told]),
          // Whoever is out already hears that they are (rule A4): one event, as many answers as askings.
          ...differs("times told that they are out", countOf(answers, "leave").ok ?? 0, leaves),
          ...differs("state", state, "LEFT"),
          ...differs(
            "events",
            await db.membershipEvent.count({ where: { membershipId } }),
            2 + (counts.ok ?? 0) - leaves,
          ),
        ];
      },
    };
  },
};

/** As many places are left as the round says, in a house that until now had no limit. */
const placesCut: Race = {
  rule: "A5",
  title: "places cut while people come in",
  async prepare({ contenders, stewards }, round) {
    const scene = await setScene({ stewards, entry: "OPEN" });
    const limit = stewards.length + 1 + (round % 8);
    const { questions } = await db.association.findUniqueOrThrow({
      where: { id: scene.id },
      select: { questions: { select: { id: true, text: true, isRequired: true } } },
    });
    const kept = questions.map(({ id: questionId, ...question }) => ({ questionId, ...question }));
    const terms = { entry: "OPEN" as const, decidersRequired: 1, sponsorsRequired: 0, decisionDays: 30 };
    const input = {
      associationSlug: scene.slug,
      ...terms,
      reapplyCooldownDays: 30,
      memberLimit: limit,
      questions: kept,
    };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map(
        (actor, i): Try =>
          i % 8
            ? { act: "apply", actor, input: scene.papers }
            : { act: "setEntry", actor: at(stewards, i >> 3), input },
      ),
      judge: async (answers) => {
        const [came, cut] = [countOf(answers, "apply"), countOf(answers, "setEntry")];
        const members = await membersOf(scene.id);
        return [
          ...unheardOf(came, ["ok", "membership.full"], "coming in"),
          ...unheardOf(cut, ["ok", "membership.limitBelowMembers"], "cutting"),
          ...differs("members", members, stewards.length + (came.ok ?? 0)),
          ...differs("within the limit", !cut.ok || members <= limit ? "yes" : members, "yes"),
        ];
      },
    };
  },
};

const oneCard: Race = {
  rule: "A4",
  title: "one card made and renewed over and over",
  every: 2,
  async prepare(crowd) {
    const { scene, member: actor, membershipId, of } = await joined(crowd);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "setCard", actor, input: { ...of, tells: "VALIDITY" } }
            : { act: "renewCard", actor, input: of },
      ),
      judge: async (answers) => [
        ...unlike(countOf(answers, "setCard"), { ok: answers.length / 2 }, "making"),
        ...unheardOf(countOf(answers, "renewCard"), ["ok", "membership.noCard"], "renewing"),
        ...differs("cards", await db.membershipCard.count({ where: { membershipId } }), 1),
      ],
    };
  },
};

const oneAbsence: Race = {
  rule: "A4",
  title: "days away that overlap",
  every: 2,
  async prepare(crowd) {
    const { scene, member: actor, membershipId, of } = await joined(crowd);
    const on = (days: number) => dayOf(addDays(new Date(), days));
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => {
        return { act: "stateAbsence", actor, input: { ...of, fromOn: on(1 + (i % 7)), untilOn: on(10 + i) } };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "membership.absenceOverlaps": answers.length - 1 }),
        ...differs("absences", await db.absence.count({ where: { membershipId } }), 1),
      ],
    };
  },
};

const helpAsked: Race = {
  rule: "A4",
  title: "one hand asked for, given and asked for again",
  every: 2,
  async prepare(crowd) {
    const { scene, member: actor, membershipId, of } = await joined(crowd);
    const { id: helpId } = await db.helpAsking.create({ data: { membershipId, askedAt: new Date() } });
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "askHelp", actor, input: { ...of, text: "Cerco qualcuno per le riunioni." } }
            : { act: "closeHelp", actor: at(crowd.stewards, i >> 1), input: { ...of, helpId } },
      ),
      judge: async (answers) => {
        const asked = countOf(answers, "askHelp");
        return [
          ...unlike(countOf(answers, "closeHelp"), { ok: 1, "membership.helpOver": answers.length / 2 - 1 }, "closing"),
          ...unheardOf(asked, ["ok", "membership.helpAskedAlready"], "asking"),
          ...differs("askings", await db.helpAsking.count({ where: { membershipId } }), 1 + (asked.ok ?? 0)),
          ...differs("asked again at most once", (asked.ok ?? 0) <= 1 ? "yes" : "no", "yes"),
        ];
      },
    };
  },
};

/** An application that wants words of members. */
async function wordsWanted({ contenders, stewards }: Crowd) {
  const [applicant, ...members] = contenders as [Actor, ...Actor[]];
  const scene = await setScene({ stewards, active: members, applicants: [applicant] });
  const applicationId = scene.applicationOf(applicant);
  await db.application.update({ where: { id: applicationId }, data: { sponsorsRequired: 2 }, select: { id: true } });
  return { scene, applicant, members, applicationId };
}

const ASKED_MAX = 5;

const vouchesAsked: Race = {
  rule: "A5",
  title: "more members asked for a word than may be",
  every: 2,
  async prepare(crowd) {
    const { scene, applicant: actor, members, applicationId } = await wordsWanted(crowd);
    const asked = [...members, ...crowd.stewards.slice(0, 1)];
    return {
      gather: behindAssociation(scene.id),
      tries: asked.map(({ handle }): Try => ({ act: "askVouch", actor, input: { applicationId, whom: handle } })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: ASKED_MAX, "membership.vouchesEnough": answers.length - ASKED_MAX }),
        ...differs("words asked for", await db.vouch.count({ where: { applicationId } }), ASKED_MAX),
      ],
    };
  },
};

const vouchAnswered: Race = {
  rule: "PT2, PT3",
  title: "one word given and refused",
  every: 2,
  async prepare(crowd) {
    const { scene, members, applicationId } = await wordsWanted(crowd);
    const actor = at(members, 0);
    const data = { applicationId, sponsorId: actor.memberId, askedAt: new Date() };
    const { id: vouchId } = await db.vouch.create({ data, select: { id: true } });
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "giveVouch", actor, input: { vouchId, sentence: "Ha tenuto la parola data." } }
            : { act: "refuseVouch", actor, input: { vouchId } },
      ),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        const { state } = await db.vouch.findUniqueOrThrow({ where: { id: vouchId } });
        return [
          ...unlike(countOf(answers), { ok: 1, "membership.vouchOver": answers.length - 1 }),
          ...differs("state", state, won?.act === "giveVouch" ? "GIVEN" : "REFUSED"),
        ];
      },
    };
  },
};

export const BELONGING: readonly Race[] = [
  ...[toAndFro, placesCut, oneCard, oneAbsence, helpAsked, vouchesAsked, vouchAnswered],
];
