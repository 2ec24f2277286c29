import { publishVersion } from "@/lib/association/commands";
import { charterHashOf } from "@/lib/association/rules";
import type { CharterContent } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { voteSubjectOf } from "@/lib/membership/charter/rules";
import type { Try } from "../ground/acts";
import { type Scene, setScene } from "../ground/scene";
import { at, behindAssociation, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** A whole charter that says something of its own. */
const charterSaying = (text: string): CharterContent => ({
  values: ["care", "trust", "generosity"].map((valueSlug) => ({
    valueSlug,
    name: "",
    meaning: "Così.",
    shownBy: "Ecco.",
  })),
  clauses: [{ number: 1, kind: "RULE", text }],
  ...{ minMinutes: null, minDeeds: null, minPeriod: null, countedKinds: [], graceDays: 14, confirmers: "ANY_MEMBER" },
  ...{ bars: [], ruleNote: "", reviewOn: null, isByVote: false },
});

const OLD = charterSaying("Il furgone si chiede con un giorno d’anticipo.");
const NEXT = charterSaying("Il furgone si chiede con due giorni d’anticipo.");

/** What editors have before them: the first revision of the next charter. */
async function drafted({ id: associationId }: Pick<Scene, "id">, baseId: string, content = NEXT): Promise<void> {
  await db.charterDraft.create({ data: { associationId, baseId, revision: 1, content, editedAt: new Date() } });
}

const publishing = (actor: Actor, { slug: associationSlug }: Scene, revision = 1): Try => {
  const input = { associationSlug, revision, isMaterial: true, changeNote: "Deciso insieme a novembre." };
  return { act: "publish", actor, input };
};

const saving = (actor: Actor, { slug: associationSlug }: Scene, i: number): Try => {
  const content = charterSaying(`Il furgone si chiede con ${i} ore d’anticipo.`);
  return { act: "saveDraft", actor, input: { associationSlug, revision: 1, content } };
};

const newest = (associationId: string) =>
  db.charter.findFirstOrThrow({ where: { associationId }, orderBy: { version: "desc" } });

const publishedTwice: Race = {
  rule: "M11, A6",
  title: "one draft published by all who edit",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards });
    await drafted(scene, scene.charterId);
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => publishing(at(stewards, i), scene)),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "membership.draftGone": answers.length - 1 }),
        ...differs("versions", await db.charter.count({ where: { associationId: scene.id } }), 2),
      ],
    };
  },
};

const publishedWhileSaved: Race = {
  rule: "M11, DC6",
  title: "an approved draft published while another text is saved",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards, isByVote: true });
    await drafted(scene, scene.charterId);
    const [openedAt, closedAt] = [addDays(new Date(), -9), new Date()];
    const subjectId = voteSubjectOf(charterHashOf(NEXT, 2));
    const terms = { isSecret: false, isHidden: true, quorum: "HALF", threshold: "TWO_THIRDS" } as const;
    const vote = {
      kind: "CHARTER",
      state: "CLOSED",
      outcome: "APPROVED",
      title: "Il furgone",
      text: "Due giorni.",
    } as const;
    const data = { associationId: scene.id, subjectId, ...vote, ...terms, openedAt, closesAt: closedAt, closedAt };
    await db.decision.create({ data, select: { id: true } });
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => {
        const steward = at(stewards, i >> 2);
        return i % 4 === 0 ? saving(steward, scene, i) : publishing(steward, scene, i % 4 === 1 ? 2 : 1);
      }),
      judge: async (answers) => {
        const published = countOf(answers, "publish");
        const saves = answers.filter(({ act, code }) => act === "saveDraft" && code === "ok");
        const asides = saves.filter(({ value }) => (value as { outcome: string }).outcome === "ASIDE");
        const { hash, version } = await newest(scene.id);
        const isOut = version === 2;
        return [
          ...unheardOf(published, [
            "ok",
            "membership.draftGone",
            "membership.draftMoved",
            "membership.charterNotVoted",
          ]),
          ...differs("saves answered", saves.length, answers.length / 4),
          ...differs("published", published.ok ?? 0, isOut ? 1 : 0),
          ...differs("published or saved over", (published.ok ?? 0) + saves.length - asides.length, 1),
          ...(isOut ? differs("text", hash, charterHashOf(NEXT, 2)) : []),
          ...differs(
            "kept aside",
            await db.charterDraftCopy.count({ where: { associationId: scene.id } }),
            new Set(asides.map(({ memberId }) => memberId)).size,
          ),
        ];
      },
    };
  },
};

const acceptedWhilePublished: Race = {
  rule: "M11, M5",
  title: "a new charter accepted while the next is published",
  async prepare({ contenders, stewards }) {
    const [editor, ...members] = [at(stewards, 0), ...contenders];
    const scene = await setScene({ stewards: [editor], active: members });
    const change = { isMaterial: true, changeNote: "Deciso a ottobre.", now: addDays(new Date(), -0.5) };
    const asked = { associationId: scene.id, version: 2, content: OLD, ...change };
    const baseId = await db.$transaction((tx) => publishVersion(tx, asked));
    await drafted(scene, baseId);
    const { hash: charterHash, values } = await db.charter.findUniqueOrThrow({
      where: { id: baseId },
      select: { hash: true, values: { select: { id: true } } },
    });
    const { answers: _, ...papers } = scene.papers;
    const stances = values.map(({ id }) => ({ valueId: id, stance: "SHARED" as const, note: "" }));
    return {
      gather: behindAssociation(scene.id),
      tries: members.map(
        (actor, i): Try =>
          i % 8 ? { act: "renew", actor, input: { ...papers, charterHash, stances } } : publishing(editor, scene),
      ),
      judge: async (answers) => {
        const accepted = countOf(answers, "renew");
        const { id } = await newest(scene.id);
        const pledges = await db.pledge.findMany({ where: { charterId: { in: [baseId, id] } } });
        return [
          ...unlike(countOf(answers, "publish"), { ok: 1, "membership.draftGone": answers.length / 8 - 1 }),
          ...unheardOf(accepted, ["ok", "membership.charterAmended"], "accepting"),
          ...differs("pledges", pledges.length, accepted.ok ?? 0),
          ...differs(
            "pledges on the version nobody was shown",
            pledges.filter((one) => one.charterId === id).length,
            0,
          ),
        ];
      },
    };
  },
};

const putToVoteTwice: Race = {
  rule: "DC6, A4",
  title: "one charter put to the vote by all who edit",
  async prepare({ contenders, stewards }) {
    const scene = await setScene({ stewards, isByVote: true });
    await drafted(scene, scene.charterId);
    const closesOn = dayOf(addDays(new Date(), 12));
    const input = { associationSlug: scene.slug, title: "Il furgone", closesOn, contentLocale: "it" as const };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => ({ act: "putCharterToVote", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "decision.oneOpen": answers.length - 1 }),
        ...differs("votes", await db.decision.count({ where: { associationId: scene.id } }), 1),
      ],
    };
  },
};

export const CHARTERS: readonly Race[] = [publishedTwice, publishedWhileSaved, acceptedWhilePublished, putToVoteTwice];
