import { lapseReports } from "@/lib/moderation/lapse/commands";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { appealMeasure } from "@/lib/moderation/report/commands";
import { findReport } from "@/lib/moderation/report/queries";
import type { Subject } from "../subject";
import { clauseOf } from "../world/charter";
import { backdate, reported, WORDS } from "../world/measure";
import { done, joinedAt, stewardOf } from "../world/place";
import { nothing } from "../world/scene";

/** A report about «author» by «holder», whom nobody but moderators learns of; another steward decided in the first place. */
export const report: Subject = {
  near: ["author", "holder"],
  async scenes(world) {
    const place = await world.place({ entry: "APPLICATION", apart: "reports" });
    const people = { author: await joinedAt(place, -20), holder: await joinedAt(place, -20) };
    const decider = await stewardOf(place);
    const clauseId = await clauseOf(place.id);
    const make = () => reported(place, people.holder, { about: "MEMBER", target: people.author.handle });
    const lapsed = await make();
    await backdate(lapsed);
    await lapseReports();
    const [open, decided, appealed, closed] = [await make(), await make(), await make(), await make()];
    const measure = { kind: "WARNING" as const, clauseId, reason: WORDS };
    for (const reportId of [decided, appealed, closed]) done(await takeMeasure(decider, { reportId, ...measure }));
    for (const reportId of [appealed, closed]) done(await appealMeasure(people.author, { reportId, words: WORDS }));
    done(await takeMeasure(place.people.steward, { reportId: closed, ...measure }));
    const scene = (id: string) => world.scene(place, { slug: place.slug, id, clauseId }, people);
    return {
      open: await scene(open),
      decided: await scene(decided),
      appealed: await scene(appealed),
      closed: await scene(closed),
      lapsed: await scene(lapsed),
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
