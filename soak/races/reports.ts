import { db } from "@/lib/db/client";
import type { Act, Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { at, behindAssociation, countOf, differs, type Race, unheardOf, unlike } from "./race";

const WORDS = "Ha detto in assemblea cose che offendono chi non c’era, e non una volta sola.";

const reportDecided: Race = {
  rule: "MO2, MO4",
  title: "one report decided by all who moderate while its author answers",
  async prepare({ contenders, stewards }) {
    const [author, reporter] = [at(contenders, 0), at(contenders, 1)];
    const { id: associationId, clauseId } = await setScene({ stewards, active: [author, reporter] });
    const people = { reporterId: reporter.memberId, authorId: author.memberId };
    const data = { associationId, clauseId, about: "MEMBER" as const, ...people, text: WORDS, openedAt: new Date() };
    const { id: reportId } = await db.report.create({ data, select: { id: true } });
    const measure = { reportId, kind: "NOTE" as const, clauseId, reason: WORDS };
    const acts: readonly Act[] = ["takeMeasure", "answerReport"];
    return {
      gather: behindAssociation(associationId),
      tries: contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "takeMeasure", actor: at(stewards, i >> 1), input: measure }
            : { act: "answerReport", actor: author, input: { reportId, words: `Parole ${i}.` } },
      ),
      judge: async (answers) => {
        const [taken, said] = acts.map((act) => countOf(answers, act));
        const { state, answer } = await db.report.findUniqueOrThrow({ where: { id: reportId } });
        return [
          ...unlike(taken ?? {}, { ok: 1, "moderation.reportOver": answers.length / 2 - 1 }, "deciding"),
          ...unheardOf(said ?? {}, ["ok", "moderation.reportOver"], "answering"),
          ...differs("measures", await db.measure.count({ where: { reportId } }), 1),
          ...differs("state", state, "DECIDED"),
          ...differs("words kept", answer === "" ? "none" : "some", said?.ok ? "some" : "none"),
        ];
      },
    };
  },
};

export const REPORTS: readonly Race[] = [reportDecided];
