import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { appealMeasure, reportToModerators } from "@/lib/moderation/report/commands";
import { findReport } from "@/lib/moderation/report/queries";
import type { Subject } from "../subject";
import { clauseOf } from "../world/charter";
import { done, joinedAt, type Place, stewardOf } from "../world/place";
import { nothing } from "../world/scene";

const WORDS = "Per tre volte ha preso il furgone senza dirlo, dopo averlo promesso a tutti.";

/** A report about «author» by «holder», whom nobody but moderators learns of; another steward decided in the first place. */
export const report: Subject = {
  near: ["author", "holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "reports" });
    const people = { author: await joinedAt(place, -20), holder: await joinedAt(place, -20) };
    const decider = await stewardOf(place);
    const clauseId = await clauseOf(place.id);
    const make = () => reported(place, { ...people, clauseId });
    const [open, decided, appealed, closed] = [await make(), await make(), await make(), await make()];
    const measure = { kind: "NOTE" as const, clauseId, reason: WORDS };
    for (const reportId of [decided, appealed, closed]) done(await takeMeasure(decider, { reportId, ...measure }));
    for (const reportId of [appealed, closed]) done(await appealMeasure(people.author, { reportId, words: WORDS }));
    done(await takeMeasure(place.people.steward, { reportId: closed, ...measure }));
    const scene = (id: string) => world.scene(place, { slug: place.slug, id, clauseId }, people);
    return {
      open: await scene(open),
      decided: await scene(decided),
      appealed: await scene(appealed),
      closed: await scene(closed),
      absent: await scene(nothing()),
    };
  },
  acts: {
    answerReport: ({ id = "" }) => ({ reportId: id, words: "Era un’urgenza." }),
    appealMeasure: ({ id = "" }) => ({ reportId: id, words: "Non è andata così." }),
    takeMeasure: ({ id = "", clauseId = "" }) => ({ reportId: id, kind: "WARNING", clauseId, reason: WORDS }),
  },
  pages: ["/associations/[slug]/reports/[id]"],
  open: {},
  asks: { "moderation/report.findReport": (actor, { slug = "", id = "" }) => findReport(actor, { slug, id }) },
};

type Reporting = { author: Actor; holder: Actor; clauseId: string };

async function reported({ slug }: Place, { author, holder, clauseId }: Reporting): Promise<string> {
  const text = `${WORDS} ${crypto.randomUUID()}`;
  const about = { about: "MEMBER" as const, target: author.handle, contentLocale: "it" as const };
  done(await reportToModerators(holder, { associationSlug: slug, ...about, clauseId, text }));
  return (await db.report.findFirstOrThrow({ where: { text }, select: { id: true } })).id;
}
