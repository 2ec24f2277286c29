import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { castBallot } from "@/lib/decision/ballot/commands";
import { entrustDecision } from "@/lib/decision/charge/commands";
import { closeDueDecisions } from "@/lib/decision/closing/commands";
import { withdrawDecision } from "@/lib/decision/commands";
import { openDecision, openVote } from "@/lib/decision/opening/commands";
import { findDecision } from "@/lib/decision/sight/queries";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { aProposal, voteOf } from "@/lib/testing/decisions";
import type { Subject } from "../subject";
import { done, joinedAt, type Place } from "../world/place";
import { nothing } from "../world/scene";

const WORDS = { title: "Un banco in più", text: "Prendiamo un secondo banco da lavoro, usato, per la bottega." };
const REVIEW = dayOf(addDays(new Date(), 60));

/**
 * A vote of an association; «author» opened it, and in «openLeft» and «approvedLeft» has left since. In «charged» holder was asked to see to what was approved; in «exclusion» the
 * vote is about holder, and only those who vote on it and those who moderate read it.
 */
export const decision: Subject = {
  near: ["author", "holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "decisions" });
    const people = { author: await joinedAt(place, -20), holder: await joinedAt(place, -20) };
    const [open, voted, withdrawn] = [
      await openIn(place, people.author),
      await openIn(place, people.author),
      await openIn(place, people.author),
    ];
    await cast(people.author, voted);
    done(await withdrawDecision(people.author, { decisionId: withdrawn }));
    const [approved, charged] = [await approvedIn(place, people.author), await approvedIn(place, people.author)];
    const asked = {
      decisionId: charged,
      whom: people.holder.handle,
      statement: "Cerchiamo il banco.",
      reviewOn: REVIEW,
    };
    done(await entrustDecision(people.author, asked));
    const { id: chargeId } = await db.charge.findFirstOrThrow({ where: { decisionId: charged }, select: { id: true } });
    const gone = { author: await joinedAt(place, -20), holder: people.holder };
    const [openLeft, approvedLeft] = [await openIn(place, gone.author), await approvedIn(place, gone.author)];
    done(await leaveAssociation(gone.author, { associationSlug: place.slug }));
    const scene = async (id: string, more: Record<string, string> = {}, near = people) => {
      const { optionOf } = await voteOf(id).catch(() => ({ optionOf: nothing }));
      const params = {
        slug: place.slug,
        id,
        optionId: optionOf("YES"),
        chargeId: nothing(),
        active: place.people.active.handle,
      };
      return world.scene(place, { ...params, ...more }, near);
    };
    return {
      open: await scene(open),
      voted: await scene(voted),
      withdrawn: await scene(withdrawn),
      approved: await scene(approved),
      charged: await scene(charged, { chargeId }),
      openLeft: await scene(openLeft, {}, gone),
      approvedLeft: await scene(approvedLeft, {}, gone),
      exclusion: await scene(await exclusionIn(place, people)),
      absent: await scene(nothing()),
    };
  },
  acts: {
    castBallot: ({ id = "", optionId = "" }) => ({ decisionId: id, optionId, objection: "" }),
    amendDecision: ({ id = "" }) => ({ decisionId: id, ...WORDS, title: "Due banchi in più" }),
    withdrawDecision: ({ id = "" }) => ({ decisionId: id }),
    entrustDecision: ({ id = "", active = "" }) => ({
      decisionId: id,
      statement: "Cerchiamo il banco.",
      whom: active,
      reviewOn: REVIEW,
    }),
    acceptCharge: ({ chargeId = "" }) => ({ chargeId }),
    refuseCharge: ({ chargeId = "" }) => ({ chargeId }),
  },
  pages: ["/associations/[slug]/decisions/[id]"],
  open: {},
  asks: { "decision/sight.findDecision": (actor, { slug = "", id = "" }) => findDecision(actor, { slug, id }) },
};

async function openIn({ slug }: Place, opener: Actor, at = new Date()): Promise<string> {
  const closesOn = dayOf(addDays(at, 9));
  return done(await openDecision(opener, aProposal(slug, { ...WORDS, closesOn }), at)).decisionId;
}

async function cast(voter: Actor, decisionId: string, at = new Date()): Promise<void> {
  const { optionOf } = await voteOf(decisionId);
  done(await castBallot(voter, { decisionId, optionId: optionOf("YES"), objection: null }, at));
}

async function approvedIn(place: Place, opener: Actor): Promise<string> {
  const began = addDays(new Date(), -12);
  const id = await openIn(place, opener, began);
  await cast(opener, id, addDays(began, 1));
  await closeDueDecisions(new Date());
  return id;
}

async function exclusionIn(
  { id: associationId }: Place,
  { author, holder }: { author: Actor; holder: Actor },
): Promise<string> {
  const now = new Date();
  const terms = { isSecret: true, isHidden: true, locale: "it", closesAt: addDays(now, 9), now };
  const about = {
    kind: "EXCLUSION",
    associationId,
    subjectMemberId: holder.memberId,
    subjectId: nothing(),
    openedById: author.memberId,
  } as const;
  return done(await inTransaction(null, (tx) => openVote(tx, { ...about, ...WORDS, ...terms }))).decisionId;
}
