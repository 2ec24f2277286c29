import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { appealCase, chooseExclusionWay, openCase } from "@/lib/moderation/exclusion/commands";
import { findCase } from "@/lib/moderation/exclusion/queries";
import { ruleOnCase } from "@/lib/moderation/ruling/commands";
import type { Subject } from "../subject";
import { clauseOf } from "../world/charter";
import { done, joinedAt, type Place, stewardOf } from "../world/place";
import { nothing } from "../world/scene";

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso a tutti.";

/**
 * A case that may exclude somebody, who is «holder»; «author», another steward, opened it. Stewards decide, but in «byVote»;
 * in «ripe» the seven days to answer are over.
 */
export const exclusion: Subject = {
  near: ["holder", "author"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "cases" });
    const author = await stewardOf(place);
    const open = async (daysAgo: number, by: "STEWARDS" | "VOTE" = "STEWARDS") =>
      opened(place, author, { daysAgo, by });
    const [notice, ripe, byVote] = [await open(1), await open(10), await open(10, "VOTE")];
    const [excluded, appealed, dismissed] = [await open(10), await open(10), await open(10)];
    const rule = { reason: WORDS, outcome: "OUT" as const };
    for (const { caseId } of [excluded, appealed]) done(await ruleOnCase(place.people.steward, { caseId, ...rule }));
    done(await appealCase(appealed.holder, { caseId: appealed.caseId, appeal: WORDS }));
    done(await ruleOnCase(place.people.steward, { caseId: dismissed.caseId, reason: WORDS, outcome: "IN" }));
    const scene = ({ caseId, holder }: Opened) =>
      world.scene(place, { slug: place.slug, id: caseId }, { holder, author });
    return {
      notice: await scene(notice),
      ripe: await scene(ripe),
      byVote: await scene(byVote),
      excluded: await scene(excluded),
      appealed: await scene(appealed),
      dismissed: await scene(dismissed),
      absent: await scene({ ...notice, caseId: nothing() }),
    };
  },
  acts: {
    answerCase: ({ id = "" }) => ({ caseId: id, answer: "Era un’urgenza." }),
    "ruleOnCase:out": ({ id = "" }) => ({ caseId: id, outcome: "OUT", reason: WORDS }),
    "ruleOnCase:in": ({ id = "" }) => ({ caseId: id, outcome: "IN", reason: WORDS }),
    openCaseVote: ({ id = "" }) => ({
      caseId: id,
      reason: WORDS,
      secrecy: "SECRET",
      closesOn: dayOf(addDays(new Date(), 12)),
    }),
    appealCase: ({ id = "" }) => ({ caseId: id, appeal: WORDS }),
  },
  pages: ["/associations/[slug]/cases/[id]"],
  open: {},
  asks: { "moderation/exclusion.findCase": (actor, { slug = "", id = "" }) => findCase(actor, { slug, id }) },
};

type Opened = { caseId: string; holder: Actor };

async function opened(
  place: Place,
  author: Actor,
  { daysAgo, by }: { daysAgo: number; by: "STEWARDS" | "VOTE" },
): Promise<Opened> {
  const holder = await joinedAt(place, -20);
  done(await chooseExclusionWay(place.people.steward, { associationSlug: place.slug, exclusionBy: by }));
  const about = { associationSlug: place.slug, whom: holder.handle, clauseId: await clauseOf(place.id) };
  const at = addDays(new Date(), -daysAgo);
  const { caseId } = done(await openCase(author, { ...about, facts: WORDS, contentLocale: "it" }, at));
  await db.association.update({ where: { id: place.id }, data: { exclusionBy: "STEWARDS" } });
  return { caseId, holder };
}
