import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { openCase } from "@/lib/moderation/exclusion/commands";
import { openCaseVote, ruleOnCase } from "@/lib/moderation/ruling/commands";
import { voteOf } from "@/lib/testing/decisions";
import type { Answer, Try } from "../ground/acts";
import { type Scene, setScene } from "../ground/scene";
import { isBefore, writtenAt } from "./order";
import { at, behindAssociation, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso a tutti.";
/** So many days after the notice one may decide, appeal, and a case that nobody decided is over. */
const [RIPE_DAYS, APPEAL_DAY, LAPSED_DAYS] = [9, 10, 62];

function done<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const naming = ({ slug: associationSlug, clauseId }: Scene, { handle }: Actor) => ({
  ...{ associationSlug, whom: handle, clauseId, facts: WORDS, contentLocale: "it" as const },
});

/** A case against the first who contends, opened by the first steward; the other stewards may judge it. */
async function opened({ contenders, stewards }: Crowd, exclusionBy: "STEWARDS" | "VOTE" = "STEWARDS") {
  const [opener, ...judges] = stewards as [Actor, ...Actor[]];
  const subject = at(contenders, 0);
  const scene = await setScene({ stewards, active: contenders });
  await db.association.update({ where: { id: scene.id }, data: { exclusionBy }, select: { id: true } });
  const now = new Date();
  const { caseId } = done(await openCase(opener, naming(scene, subject), now));
  return { scene, subject, judges, caseId, day: (days: number) => addDays(now, days) };
}

const caseOf = (id: string) => db.exclusionCase.findUniqueOrThrow({ where: { id }, select: { state: true } });
const rulingsOn = (caseId: string) => db.caseRuling.count({ where: { caseId } });
const standingOf = async (scene: Scene, subject: Actor) =>
  (await db.membership.findUniqueOrThrow({ where: { id: scene.membershipOf(subject) } })).state;

const openedTwice: Race = {
  rule: "M9, A4",
  title: "one case opened by all who moderate",
  async prepare({ contenders, stewards }) {
    const subject = at(contenders, 0);
    const scene = await setScene({ stewards, active: [subject] });
    const input = naming(scene, subject);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => ({ act: "openCase", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "moderation.caseOpen": answers.length - 1 }),
        ...differs("cases", await db.exclusionCase.count({ where: { associationId: scene.id } }), 1),
      ],
    };
  },
};

/** One of them ruled, and case and membership are as that ruling says. */
async function isRuled({ scene, subject, caseId }: Opened, answers: readonly Answer[], tries: readonly Try[]) {
  const won = answers.find(({ act, code }) => act === "rule" && code === "ok");
  const [{ state }, membership] = [await caseOf(caseId), await standingOf(scene, subject)];
  const rules = tries.filter(({ act }) => act === "rule").length;
  return [
    ...unlike(countOf(answers, "rule"), { ok: 1, "moderation.caseOver": rules - 1 }, "ruling"),
    ...differs("rulings", await rulingsOn(caseId), 1),
    ...differs("case", state, membership === "EXCLUDED" ? "EXCLUDED" : "DISMISSED"),
    ...differs(
      "who ruled",
      (await db.caseRuling.findFirst({ where: { caseId } }))?.deciderId ?? "",
      won?.memberId ?? "one",
    ),
  ];
}

type Opened = Pick<Awaited<ReturnType<typeof opened>>, "scene" | "subject" | "caseId">;

const ruledWhileAnswered: Race = {
  rule: "M9",
  title: "one case ruled out and in while the person answers",
  async prepare(crowd) {
    const { judges, day, ...about } = await opened(crowd);
    const { scene, subject, caseId } = about;
    const now = day(RIPE_DAYS);
    const tries = crowd.contenders.map((_, i): Try => {
      if (i % 4 === 0) return { act: "answerCase", actor: subject, input: { caseId, answer: "Era un’urgenza." }, now };
      const outcome = i % 2 ? ("OUT" as const) : ("IN" as const);
      return { act: "rule", actor: at(judges, i), input: { caseId, outcome, reason: WORDS }, now };
    });
    return {
      gather: behindAssociation(scene.id),
      tries,
      judge: async (answers) => {
        const [said, end] = ["moderation.caseAnswered", "moderation.caseDecided"].map((kind) =>
          writtenAt(kind, scene.id),
        );
        const heard = countOf(answers, "answerCase");
        return [
          ...(await isRuled(about, answers, tries)),
          ...unheardOf(heard, ["ok", "moderation.caseOver"], "answering"),
          ...differs("answers told", (await said)?.length ?? 0, heard.ok ?? 0),
          ...isBefore((await said) ?? [], (await end) ?? [], "an answer taken after the ruling"),
        ];
      },
    };
  },
};

const lapsedOrRuled: Race = {
  rule: "M9",
  title: "a case past its days: the job, twice over, and stewards",
  async prepare(crowd) {
    const { judges, day, ...about } = await opened(crowd);
    const { caseId, scene, subject } = about;
    const now = day(LAPSED_DAYS);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 8
            ? { act: "rule", actor: at(judges, i), input: { caseId, outcome: "OUT", reason: WORDS }, now }
            : { act: "lapseCases", actor: null, input: null, now },
      ),
      judge: async (answers) => {
        const ruled = countOf(answers, "rule");
        const isOut = (ruled.ok ?? 0) > 0;
        return [
          ...unheardOf(ruled, ["ok", "moderation.caseOver"], "ruling"),
          ...unlike(countOf(answers, "lapseCases"), { ok: answers.length / 8 }, "the job"),
          ...differs("rulings", await rulingsOn(caseId), 1),
          ...differs("case", (await caseOf(caseId)).state, isOut ? "EXCLUDED" : "DISMISSED"),
          ...differs("membership", await standingOf(scene, subject), isOut ? "EXCLUDED" : "ACTIVE"),
          ...differs("lapses told", (await writtenAt("moderation.caseLapsed", scene.id)).length, isOut ? 0 : 1),
        ];
      },
    };
  },
};

const appealedTwice: Race = {
  rule: "M9",
  title: "one exclusion appealed against over and over",
  async prepare(crowd) {
    const { scene, subject, judges, caseId, day } = await opened(crowd);
    done(await ruleOnCase(at(judges, 0), { caseId, outcome: "OUT", reason: WORDS }, day(RIPE_DAYS)));
    const input = { caseId, appeal: WORDS };
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((): Try => ({ act: "appealCase", actor: subject, input, now: day(APPEAL_DAY) })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "moderation.notExcluded": answers.length - 1 }),
        ...differs("case", (await caseOf(caseId)).state, "APPEALED"),
        ...differs("times told", (await writtenAt("moderation.appealed", scene.id)).length, 1),
      ],
    };
  },
};

const voteAsked = (caseId: string, closesAt: Date) => ({
  ...{ caseId, reason: WORDS, secrecy: "HIDDEN" as const, closesOn: dayOf(closesAt) },
});

const putToVoteTwice: Race = {
  rule: "M9, DC6",
  title: "one case put to the vote by all who moderate",
  async prepare(crowd) {
    const { scene, judges, caseId, day } = await opened(crowd, "VOTE");
    const input = voteAsked(caseId, day(RIPE_DAYS + 9));
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => {
        return { act: "openCaseVote", actor: at(judges, i), input, now: day(RIPE_DAYS) };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "moderation.caseOver": answers.length - 1 }),
        ...differs("votes", await db.decision.count({ where: { associationId: scene.id } }), 1),
      ],
    };
  },
};

/** Everybody who votes says yes, as many forms would have. */
async function allSayYes(caseId: string) {
  const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { subjectId: caseId }, select: { id: true } });
  const { optionOf, closesAt } = await voteOf(decisionId);
  const electors = await db.elector.findMany({ where: { decisionId }, select: { memberId: true } });
  const ballot = { decisionId, optionId: optionOf("YES") };
  await db.elector.updateMany({ where: { decisionId }, data: { hasVoted: true } });
  await db.ballot.createMany({ data: electors.map(({ memberId }) => ({ ...ballot, memberId })) });
  return closesAt;
}

const settledWhileLeaving: Race = {
  rule: "M9, M7",
  title: "a vote to exclude is over: the job, twice over, and the person leaves",
  async prepare(crowd) {
    const { scene, subject, judges, caseId, day } = await opened(crowd, "VOTE");
    done(await openCaseVote(at(judges, 0), voteAsked(caseId, day(RIPE_DAYS + 9)), day(RIPE_DAYS)));
    const now = await allSayYes(caseId);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "settleVotes", actor: null, input: null, now }
            : { act: "leave", actor: subject, input: { associationSlug: scene.slug }, now },
      ),
      judge: async (answers) => {
        // Whoever is out already, by leaving or by the vote, hears that they are (rule A4).
        const { state } = await db.membership.findUniqueOrThrow({ where: { id: scene.membershipOf(subject) } });
        const hasLeft = state === "LEFT";
        return [
          ...unlike(countOf(answers, "settleVotes"), { ok: answers.length / 2 }, "the job"),
          ...unlike(countOf(answers, "leave"), { ok: answers.length / 2 }, "leaving"),
          ...differs("rulings", await rulingsOn(caseId), 1),
          ...differs("case", (await caseOf(caseId)).state, hasLeft ? "DISMISSED" : "EXCLUDED"),
          ...differs("membership", await standingOf(scene, subject), hasLeft ? "LEFT" : "EXCLUDED"),
        ];
      },
    };
  },
};

export const CASES: readonly Race[] = [
  ...[openedTwice, ruledWhileAnswered, lapsedOrRuled, appealedTwice, putToVoteTwice, settledWhileLeaving],
];
