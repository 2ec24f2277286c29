import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { OpenInput } from "@/lib/decision/schema";
import { makeVote } from "@/lib/testing/decisions";
import type { Act, Answer, Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { isBefore, writtenAt } from "./order";
import { at, behindDecision, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** A vote opened just now by the first steward, in which everybody who contends votes. */
async function putToVote({ contenders, stewards }: Crowd, change: Partial<OpenInput> = {}) {
  const opener = at(stewards, 0);
  const scene = await setScene({ stewards: [opener], active: contenders });
  const now = new Date();
  const closesOn = dayOf(addDays(now, 9));
  const vote = await makeVote(opener, scene.slug, { closesOn, ...change }, now);
  const ballot = { decisionId: vote.id, optionId: vote.optionOf("YES"), objection: null };
  return { opener, vote, ballot, associationId: scene.id };
}

const ballotsOf = (decisionId: string) => db.ballot.count({ where: { decisionId } });

const castTwice: Race = {
  rule: "DC2",
  title: "one elector casts and changes one ballot",
  async prepare(crowd) {
    const { vote, ballot } = await putToVote(crowd);
    const [actor, decisionId] = [at(crowd.contenders, 0), vote.id];
    return {
      gather: behindDecision(decisionId),
      tries: crowd.contenders.map((_, i): Try => {
        const optionId = vote.optionOf(i % 2 ? "YES" : "NO");
        return { act: "cast", actor, input: { ...ballot, optionId } };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: answers.length }),
        ...differs("ballots", await ballotsOf(decisionId), 1),
        ...differs("who voted", await db.elector.count({ where: { decisionId, hasVoted: true } }), 1),
      ],
    };
  },
};

/** What was answered with «ok» is counted, and nothing else is; nobody can tell whose it was where that was said. */
async function isCounted(decisionId: string, answers: readonly Answer[], isSecret: boolean): Promise<string[]> {
  const cast = countOf(answers, "cast");
  const { state, options } = await db.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: { state: true, options: { select: { votes: true } } },
  });
  const bound = await db.ballot.count({ where: { decisionId, memberId: { not: null } } });
  return [
    ...unheardOf(cast, ["ok", "decision.over"], "casting"),
    ...differs("state", state, "CLOSED"),
    ...differs(
      "votes",
      options.reduce((sum, { votes }) => sum + (votes ?? 0), 0),
      cast.ok ?? 0,
    ),
    ...differs("ballots", await ballotsOf(decisionId), cast.ok ?? 0),
    ...differs("ballots with a name", bound, isSecret ? 0 : (cast.ok ?? 0)),
    ...differs("who voted", await db.elector.count({ where: { decisionId, hasVoted: true } }), cast.ok ?? 0),
    ...differs("times counted", answers.filter(({ act, value }) => act === "countVotes" && value === true).length, 1),
  ];
}

const counted = (isSecret: boolean): Race => ({
  rule: isSecret ? "DC4, DC5" : "DC4, A6",
  title: `ballots cast while a ${isSecret ? "secret" : "signed"} vote is counted`,
  async prepare(crowd) {
    const { vote, ballot } = await putToVote(crowd, { secrecy: isSecret ? "SECRET" : "HIDDEN" });
    return {
      gather: behindDecision(vote.id),
      tries: crowd.contenders.map(
        (actor, i): Try =>
          i % 8
            ? { act: "cast", actor, input: ballot }
            : { act: "countVotes", actor: null, input: { decisionId: vote.id }, now: vote.closesAt },
      ),
      judge: (answers) => isCounted(vote.id, answers, isSecret),
    };
  },
});

/** Ballots come while whoever opened the vote does something that may only come before them, or after which none may come. */
async function castWhile(crowd: Crowd, meddle: (setting: Awaited<ReturnType<typeof putToVote>>, i: number) => Try) {
  const setting = await putToVote(crowd);
  const tries = crowd.contenders.map(
    (actor, i): Try => (i % 4 ? { act: "cast", actor, input: setting.ballot } : meddle(setting, i)),
  );
  return { ...setting, tries };
}

const amended: Race = {
  rule: "DC3",
  title: "a proposal worded anew while the first ballot comes",
  async prepare(crowd) {
    const words = (i: number) => ({ title: "Un banco in più", text: `Prendiamo il banco numero ${i}, usato.` });
    const { vote, associationId, tries } = await castWhile(crowd, ({ opener, vote: { id } }, i) => ({
      ...{ act: "amendDecision", actor: opener, input: { decisionId: id, ...words(i) } },
    }));
    return {
      gather: behindDecision(vote.id),
      tries,
      judge: async (answers) => {
        const words = countOf(answers, "amendDecision");
        const [changes, ballots] = [writtenAt("decision.amended", associationId), writtenAt("Ballot", vote.id)];
        return [
          ...unlike(countOf(answers, "cast"), { ok: (answers.length * 3) / 4 }, "casting"),
          ...unheardOf(words, ["ok", "decision.frozen"], "wording"),
          ...differs("times told", (await changes).length, words.ok ?? 0),
          ...isBefore(await changes, await ballots, "worded anew after a ballot"),
        ];
      },
    };
  },
};

const takenBack: Race = {
  rule: "DC2, DC3",
  title: "a proposal taken back while ballots come",
  async prepare(crowd) {
    const { vote, associationId, tries } = await castWhile(crowd, ({ opener, vote: { id } }) => ({
      ...{ act: "withdrawDecision", actor: opener, input: { decisionId: id } },
    }));
    return {
      gather: behindDecision(vote.id),
      tries,
      judge: async (answers) => {
        const cast = countOf(answers, "cast");
        const [end, ballots] = [writtenAt("decision.withdrawn", associationId), writtenAt("Ballot", vote.id)];
        return [
          ...unlike(countOf(answers, "withdrawDecision"), { ok: 1, "decision.over": answers.length / 4 - 1 }),
          ...unheardOf(cast, ["ok", "decision.over"], "casting"),
          ...differs("ballots", await ballotsOf(vote.id), cast.ok ?? 0),
          ...isBefore(await ballots, await end, "a ballot after it was taken back"),
        ];
      },
    };
  },
};

/** What the first steward proposed and was approved. */
async function approved({ contenders, stewards }: Crowd) {
  const { id: associationId, slug } = await setScene({ stewards, active: contenders });
  const opener = at(stewards, 0);
  const [openedAt, closedAt] = [addDays(new Date(), -9), new Date()];
  const terms = { isSecret: false, isHidden: true, quorum: "NONE", threshold: "MAJORITY" } as const;
  const { id } = await db.decision.create({
    data: {
      ...{ associationId, kind: "GENERAL", state: "CLOSED", outcome: "APPROVED", openedById: opener.memberId },
      ...{ title: "Un banco in più", text: "Prendiamo un secondo banco da lavoro.", ...terms },
      ...{ openedAt, closesAt: closedAt, closedAt },
    },
    select: { id: true },
  });
  return { id, slug, opener };
}

const REVIEW = dayOf(addDays(new Date(), 60));

const entrusted: Race = {
  rule: "DC8, A4",
  title: "many asked at once to see to one decision",
  async prepare(crowd) {
    const { id: decisionId } = await approved(crowd);
    const asked = { decisionId, statement: "Cerchiamo il banco.", reviewOn: REVIEW };
    return {
      gather: behindDecision(decisionId),
      tries: crowd.contenders.map(({ handle }, i): Try => {
        return { act: "entrustDecision", actor: at(crowd.stewards, i), input: { ...asked, whom: handle } };
      }),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "decision.charged": answers.length - 1 }),
        ...differs("charges", await db.charge.count({ where: { decisionId } }), 1),
      ],
    };
  },
};

const ANSWERED: Readonly<Partial<Record<Act, string>>> = { acceptCharge: "ACCEPTED", refuseCharge: "REFUSED" };

const chargeAnswered: Race = {
  rule: "DC8, PT2",
  title: "one charge taken on and refused",
  async prepare(crowd) {
    const { id: decisionId, opener } = await approved(crowd);
    const actor = at(crowd.contenders, 0);
    const asked = { decisionId, statement: "Cerchiamo il banco.", reviewOn: new Date(REVIEW), offeredAt: new Date() };
    const data = { ...asked, responsibleId: actor.memberId, offeredById: opener.memberId };
    const { id: chargeId } = await db.charge.create({ data, select: { id: true } });
    return {
      gather: behindDecision(decisionId),
      tries: crowd.contenders.map((_, i): Try => {
        return { act: i % 2 ? "acceptCharge" : "refuseCharge", actor, input: { chargeId } };
      }),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        const { state } = await db.charge.findUniqueOrThrow({ where: { id: chargeId } });
        return [
          ...unlike(countOf(answers), { ok: 1, "decision.chargeOver": answers.length - 1 }),
          ...differs("state", state, (won && ANSWERED[won.act]) ?? "as the one answer"),
        ];
      },
    };
  },
};

export const BALLOTS: readonly Race[] = [
  ...[castTwice, counted(false), counted(true), amended, takenBack, entrusted, chargeAnswered],
];
