import type { Actor } from "@/lib/auth/actor";
import { addDays, dateOf, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { isBefore, writtenAt } from "./order";
import { at, behindAssociation, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** So many deeds of one person's, done outside projects and waiting for a word. */
async function declared({ contenders, stewards }: Crowd, author: Actor, count: number) {
  const scene = await setScene({ stewards, active: contenders });
  const times = { doneOn: dateOf(dayOf(new Date())), declaredAt: new Date() };
  const about = { associationId: scene.id, memberId: author.memberId, kind: "TIME" as const, title: "Ho cucinato" };
  const rows = await db.contribution.createManyAndReturn({
    data: Array.from({ length: count }, () => ({ ...about, ...times })),
    select: { id: true },
  });
  return { scene, ids: rows.map(({ id }) => id) };
}

/** Each pair confirms little in a round, so that none reaches the limit but where it is run for. */
const HOUSES = 4;
const PAIR_MAX = 3;

const onePair: Race = {
  rule: "K3",
  title: "one pair confirms beyond three a month, in four associations",
  async prepare(crowd) {
    const [subject, actor] = [at(crowd.stewards, 0), at(crowd.stewards, 1)];
    const where = { memberId: subject.memberId, confirmedById: actor.memberId };
    const houses = [];
    for (let i = 0; i < HOUSES; i++) houses.push(await declared(crowd, subject, crowd.contenders.length / HOUSES));
    return {
      gather: { text: "SELECT lock_pair($1::uuid, $2::uuid)", values: [subject.memberId, actor.memberId] },
      tries: houses
        .flatMap(({ ids }) => ids)
        .map((contributionId): Try => ({ act: "confirmContribution", actor, input: { contributionId } })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: PAIR_MAX, "contribution.pairLimit": answers.length - PAIR_MAX }),
        ...differs("confirmed", await db.contribution.count({ where }), PAIR_MAX),
      ],
    };
  },
};

const judged: Race = {
  rule: "PJ5, PT3",
  title: "one deed confirmed and rejected by many",
  async prepare(crowd) {
    const { scene, ids } = await declared(crowd, at(crowd.contenders, 0), 1);
    const contributionId = ids[0] ?? "";
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.slice(1).map(
        (actor, i): Try =>
          i % 2
            ? { act: "confirmContribution", actor, input: { contributionId } }
            : {
                act: "rejectContribution",
                actor,
                input: { contributionId, reason: "Quel giorno non c’era nessuno." },
              },
      ),
      judge: async (answers) => {
        const won = answers.find(({ code }) => code === "ok");
        const isKept = won?.act === "confirmContribution";
        const other = isKept ? "contribution.alreadyConfirmed" : "contribution.alreadyRejected";
        const { state } = await db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
        return [
          ...unlike(countOf(answers), { ok: 1, [other]: answers.length - 1 }),
          ...differs("state", state, isKept ? "CONFIRMED" : "REJECTED"),
        ];
      },
    };
  },
};

const reversed: Race = {
  rule: "PJ6",
  title: "one confirmed deed reversed by all it concerns",
  async prepare(crowd) {
    const [author, witness] = [at(crowd.contenders, 10), at(crowd.contenders, 11)];
    const { scene, ids } = await declared(crowd, author, 1);
    const id = ids[0] ?? "";
    const data = { state: "CONFIRMED" as const, confirmedById: witness.memberId, confirmedAt: new Date() };
    await db.contribution.update({ where: { id }, data, select: { id: true } });
    const concerned = [author, witness, ...crowd.stewards];
    const input = { contributionId: id, reason: "Era un altro giorno." };
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => ({ act: "reverseContribution", actor: at(concerned, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "contribution.alreadyReversed": answers.length - 1 }),
        ...differs("reversals", await db.contributionReversal.count({ where: { contributionId: id } }), 1),
      ],
    };
  },
};

const promised: Race = {
  rule: "K1, K3",
  title: "one commitment confirmed by many and closed by its giver",
  async prepare(crowd) {
    const [actor, others] = [at(crowd.contenders, 20), crowd.contenders.slice(21)];
    const { id: associationId } = await setScene({ stewards: crowd.stewards.slice(0, 1), active: crowd.contenders });
    const dueOn = dateOf(dayOf(addDays(new Date(), 20)));
    const data = {
      associationId,
      memberId: actor.memberId,
      text: "Riparo il banco.",
      dueOn,
      createdAt: new Date(),
    };
    const { id: commitmentId } = await db.commitment.create({ data, select: { id: true } });
    const closing = { commitmentId, outcome: "PARTLY" as const, evidence: "", note: "" };
    return {
      gather: behindAssociation(associationId),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "confirmCommitment", actor: at(others, i), input: { commitmentId } }
            : { act: "closeOwnCommitment", actor, input: closing },
      ),
      judge: async (answers) => {
        const said = countOf(answers, "confirmCommitment");
        const row = await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } });
        const [word, end] = [
          await writtenAt("contribution.commitmentConfirmed", associationId),
          await writtenAt("contribution.commitmentClosed", associationId),
        ];
        const closed = { ok: 1, "contribution.commitmentClosed": answers.length / 2 - 1 };
        return [
          ...unlike(countOf(answers, "closeOwnCommitment"), closed, "closing"),
          ...unheardOf(said, ["ok", "contribution.alreadyConfirmed", "contribution.commitmentClosed"], "confirming"),
          ...differs("confirmed", said.ok ?? 0, row.confirmedAt ? 1 : 0),
          ...differs("state", row.state, "PARTLY"),
          ...isBefore(word, end, "confirmed after it was closed"),
        ];
      },
    };
  },
};

export const DEEDS: readonly Race[] = [onePair, judged, reversed, promised];
