import { hashToken, newToken } from "@/lib/auth/token";
import { addDays, dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { markOf } from "@/lib/membership/letter/rules";
import type { Act, Answer, Try } from "../ground/acts";
import { membersOf, type Scene, setScene } from "../ground/scene";
import { isBefore, writtenAt } from "./order";
import { at, behindAssociation, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

const WHY = "Ti abbiamo visto montare un banco alla fiera: qui serve chi sa farlo.";
const USES = 5;

/** An association one enters by invitation alone, and a link of its first steward's. */
async function linked({ stewards }: Crowd) {
  const scene = await setScene({ stewards, entry: "INVITATION" });
  const times = { createdAt: new Date(), expiresAt: addDays(new Date(), 10) };
  const data = { associationId: scene.id, makerId: at(stewards, 0).memberId, reason: WHY, code: newToken(), ...times };
  const { id, code: token } = await db.invitationLink.create({ data: { ...data, usesMax: USES } });
  return { scene, id, token };
}

const fiveUses: Race = {
  rule: "A5, M2",
  title: "five uses of one link",
  async prepare(crowd) {
    const { scene, id, token } = await linked(crowd);
    const input = { token, papers: scene.papers };
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((actor): Try => ({ act: "comeInBy", actor, input })),
      judge: async (answers) => {
        const { usesTaken } = await db.invitationLink.findUniqueOrThrow({ where: { id } });
        return [
          ...unlike(countOf(answers), { ok: USES, "membership.openingOver": answers.length - USES }),
          ...differs("uses", usesTaken, USES),
          ...differs("members", await membersOf(scene.id), crowd.stewards.length + USES),
        ];
      },
    };
  },
};

const revoked: Race = {
  rule: "A5",
  title: "a link revoked while it is taken up, twice by each",
  async prepare(crowd) {
    const { scene, id, token } = await linked(crowd);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map(
        (_, i): Try =>
          i % 16
            ? { act: "takeUpOpening", actor: at(crowd.contenders, i % 32), input: { token } }
            : { act: "revokeLink", actor: at(crowd.stewards, i >> 4), input: { linkId: id } },
      ),
      judge: async (answers) => {
        const taken = answers.filter(({ act, code }) => act === "takeUpOpening" && code === "ok");
        const people = new Set(taken.map(({ memberId }) => memberId)).size;
        const { usesTaken } = await db.invitationLink.findUniqueOrThrow({ where: { id } });
        const [end, invitations] = [writtenAt("membership.linkRevoked", scene.id), writtenAt("Invitation", scene.id)];
        return [
          ...unheardOf(countOf(answers, "takeUpOpening"), ["ok", "membership.openingOver"]),
          ...differs("times told that it was revoked", (await end).length, 1),
          ...differs("uses", usesTaken, people),
          ...differs("invitations", (await invitations).length, people),
          ...differs("within the limit", people <= USES ? "yes" : people, "yes"),
          ...isBefore(await invitations, await end, "taken up after it was revoked"),
        ];
      },
    };
  },
};

/** A letter of the first steward's, mailed, with its secret. */
async function mailed({ stewards }: Crowd) {
  const scene = await setScene({ stewards, entry: "INVITATION" });
  const [token, email, now] = [newToken(), `${crypto.randomUUID()}@example.org`, new Date()];
  const times = { createdAt: now, mailedAt: now, expiresAt: addDays(now, 30) };
  const about = { associationId: scene.id, inviterId: at(stewards, 0).memberId, reason: WHY, email };
  const secrets = { mark: markOf(scene.id, email), tokenHash: hashToken(token) };
  const { id } = await db.letter.create({ data: { ...about, ...secrets, ...times }, select: { id: true } });
  return { scene, id, token };
}

const letterOf = (id: string) =>
  db.letter.findUniqueOrThrow({
    where: { id },
    select: { state: true, email: true, invitation: { select: { state: true } } },
  });

const oneLetter: Race = {
  rule: "A5, A4",
  title: "one letter, taken up by every contender",
  async prepare(crowd) {
    const { scene, id, token } = await mailed(crowd);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((actor): Try => ({ act: "takeUpOpening", actor, input: { token } })),
      judge: async (answers) => {
        const { state, email } = await letterOf(id);
        return [
          ...unlike(countOf(answers), { ok: 1, "membership.openingOver": answers.length - 1 }),
          ...differs("letter", state, "TAKEN"),
          ...differs("address kept", email ?? "none", "none"),
          ...differs("invitations", await db.invitation.count({ where: { associationId: scene.id } }), 1),
        ];
      },
    };
  },
};

/** How often each may have taken effect, by what became of the letter: one taken up may still be taken back. */
const LETTER_ENDS = {
  TAKEN: { takeUpOpening: 1, declineLetter: 0, withdrawLetter: 1 },
  DECLINED: { takeUpOpening: 0, declineLetter: 1, withdrawLetter: 0 },
  WITHDRAWN: { takeUpOpening: 0, declineLetter: 0, withdrawLetter: 1 },
};

const okOf = (answers: readonly Answer[], act: Act) => countOf(answers, act).ok ?? 0;

const letterAnswered: Race = {
  rule: "PT3, A4",
  title: "one letter taken up, refused and taken back",
  async prepare(crowd) {
    const { scene, id, token } = await mailed(crowd);
    const writer = at(crowd.stewards, 0);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((actor, i): Try => {
        if (i % 3 === 0) return { act: "withdrawLetter", actor: writer, input: { letterId: id } };
        if (i % 3 === 1) return { act: "declineLetter", actor: null, input: { token } };
        return { act: "takeUpOpening", actor, input: { token } };
      }),
      judge: async (answers) => {
        const { state, invitation } = await letterOf(id);
        const ends: Partial<Record<string, Partial<Record<Act, number>>>> = LETTER_ENDS;
        return [
          ...unheardOf(countOf(answers), ["ok", "membership.openingOver", "membership.letterOver"]),
          ...Object.entries(ends[state] ?? {}).flatMap(([act, count]) =>
            differs(`${act} on one that is ${state}`, okOf(answers, act as Act), count),
          ),
          ...differs("invitation", invitation?.state ?? "none", state === "TAKEN" ? "WITHDRAWN" : "none"),
        ];
      },
    };
  },
};

const INVITATION_ENDS: Partial<Record<Act, string>> = {
  ...{ apply: "ACCEPTED", declineInvitation: "DECLINED", withdrawInvitation: "WITHDRAWN" },
};

/** Those who were asked in and did not come find the door closed; who came in is in. */
const AFTERWARDS = ["membership.byInvitationOnly", "membership.alreadyMember", "membership.invitationOver"];

const invitationAnswered: Race = {
  rule: "M3, PT3, A4",
  title: "one invitation accepted, refused and taken back",
  async prepare({ contenders, stewards }) {
    const [actor, inviter] = [at(contenders, 0), at(stewards, 0)];
    const scene = await setScene({ stewards: [inviter], invited: [actor], entry: "INVITATION" });
    const input = { invitationId: scene.invitationOf(actor) };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => {
        if (i % 3 === 0) return { act: "withdrawInvitation", actor: inviter, input };
        return i % 3 === 1 ? { act: "declineInvitation", actor, input } : { act: "apply", actor, input: scene.papers };
      }),
      judge: async (answers) => {
        const won = answers.filter(({ code }) => code === "ok");
        const { state } = await db.invitation.findUniqueOrThrow({ where: { id: input.invitationId } });
        return [
          ...differs("that took effect", won.length, 1),
          ...unheardOf(countOf(answers), ["ok", ...AFTERWARDS]),
          ...differs("invitation", state, INVITATION_ENDS[won[0]?.act ?? "leave"] ?? "answered"),
          ...differs("members", await membersOf(scene.id), won[0]?.act === "apply" ? 2 : 1),
        ];
      },
    };
  },
};

const writtenOnce: Race = {
  rule: "A4",
  title: "one address written to by all who invite",
  async prepare({ contenders, stewards }) {
    const { id: associationId, slug } = await setScene({ stewards });
    const input = { associationSlug: slug, email: `${crypto.randomUUID()}@example.org`, reason: WHY };
    return {
      gather: behindAssociation(associationId),
      tries: contenders.map((_, i): Try => ({ act: "writeLetter", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "membership.addressWaits": answers.length - 1 }),
        ...differs("letters", await db.letter.count({ where: { associationId } }), 1),
      ],
    };
  },
};

/** Four lists of this length fill a year. */
const LINES = 125;

const imported: Race = {
  rule: "C4",
  title: "lists of members handed in beyond a year's limit",
  every: 4,
  async prepare({ contenders, stewards }) {
    const { id: associationId, slug }: Scene = await setScene({ stewards });
    const lines = Array.from({ length: LINES }, (_, i) => ({ name: "Ada Prova", email: `${i}-${slug}@example.org` }));
    const consent = { consentHow: "A voce, in assemblea", consentOn: dayOf(addDays(new Date(), -3)) };
    const input = { associationSlug: slug, lines, reason: WHY, ...consent };
    return {
      gather: behindAssociation(associationId),
      tries: contenders.map((_, i): Try => ({ act: "importMembers", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 4, "membership.importedEnough": answers.length - 4 }),
        ...differs("letters", await db.letter.count({ where: { associationId } }), LINES),
      ],
    };
  },
};

const LINKS_MAX = 10;

const linksMade: Race = {
  rule: "A5",
  title: "more links made than may be open",
  every: 2,
  async prepare({ contenders, stewards }) {
    const { id: associationId, slug } = await setScene({ stewards });
    const input = { associationSlug: slug, reason: WHY, usesMax: USES, days: 10 };
    return {
      gather: behindAssociation(associationId),
      tries: contenders.map((_, i): Try => ({ act: "makeLink", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: LINKS_MAX, "membership.linksEnough": answers.length - LINKS_MAX }),
        ...differs("links", await db.invitationLink.count({ where: { associationId } }), LINKS_MAX),
      ],
    };
  },
};

export const OPENINGS: readonly Race[] = [
  ...[fiveUses, revoked, oneLetter, letterAnswered, invitationAnswered, writtenOnce, imported, linksMade],
];
