import type { Actor } from "@/lib/auth/actor";
import { closeOwnCommitment, declareCommitment } from "@/lib/contribution/promise/commands";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { aMemberOf } from "@/lib/testing/associations";
import type { Subject } from "../subject";
import { done, type Place } from "../world/place";
import { nothing } from "../world/scene";

/**
 * What somebody said they would do, in an association and outside its projects; «author» said it. In «toFellow» it was said to
 * «holder» alone; in «ours» the steward said it for the association.
 */
export const promise: Subject = {
  near: ["author", "holder"],
  async scenes(world) {
    const home = await world.home();
    const people = { author: await aMemberOf(home.id), holder: await aMemberOf(home.id) };
    const { author, holder } = people;
    const [open, kept, missed] = [await say(home, author), await say(home, author), await say(home, author)];
    const toFellow = await say(home, author, { toWhom: holder.handle });
    const ours = await say(home, home.people.steward, { subject: "ASSOCIATION" });
    done(await closeOwnCommitment(author, { commitmentId: kept, outcome: "KEPT", evidence: "C’è.", note: "" }));
    await db.commitment.update({ where: { id: missed }, data: { state: "MISSED", closedAt: new Date() } });
    const scene = (promiseId: string) => world.scene(home, { slug: home.slug, promiseId }, people);
    return {
      open: await scene(open),
      toFellow: await scene(toFellow),
      ours: await scene(ours),
      kept: await scene(kept),
      missed: await scene(missed),
      absent: await scene(nothing()),
    };
  },
  acts: {
    closeOwnCommitment: ({ promiseId = "" }) => ({
      commitmentId: promiseId,
      outcome: "PARTLY",
      evidence: "",
      note: "",
    }),
    confirmCommitment: ({ promiseId = "" }) => ({ commitmentId: promiseId }),
    noteCommitment: ({ promiseId = "" }) => ({ commitmentId: promiseId, note: "Mi sono ammalato." }),
  },
  pages: [],
  open: {},
  asks: {},
};

type Change = { toWhom?: string; subject?: "ME" | "ASSOCIATION" };

async function say({ slug }: Place, person: Actor, change: Change = {}): Promise<string> {
  const dueOn = dayOf(addDays(new Date(), 60));
  const text = `Apro la bottega ${crypto.randomUUID()}`;
  const said = { associationSlug: slug, subject: "ME" as const, text, toWhom: null, value: null, dueOn };
  done(await declareCommitment(person, { ...said, ...change }));
  return (await db.commitment.findFirstOrThrow({ where: { text }, select: { id: true } })).id;
}
