import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { aFounding } from "@/lib/testing/associations";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { at, behindAssociation, countOf, differs, type Race, unheardOf, unlike } from "./race";

const current = (memberId: string, associationId: string) =>
  db.roleGrant.count({ where: { membership: { memberId, associationId }, state: { in: ["OFFERED", "HELD"] } } });

const offeredTwice: Race = {
  rule: "R1, A4",
  title: "one role offered to one member by all stewards",
  async prepare({ contenders, stewards }) {
    const member = at(contenders, 0);
    const scene = await setScene({ stewards, active: [member] });
    const input = { associationSlug: scene.slug, whom: member.handle, role: "WELCOMER" as const };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i): Try => ({ act: "offerRole", actor: at(stewards, i), input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "membership.roleCurrent": answers.length - 1 }),
        ...differs("roles offered or held", await current(member.memberId, scene.id), 1),
      ],
    };
  },
};

const answeredTwice: Race = {
  rule: "PT2, A4",
  title: "one offered role accepted, refused and taken back",
  async prepare({ contenders, stewards }) {
    const member = at(contenders, 0);
    const scene = await setScene({ stewards, active: [member], offered: [[member, "WELCOMER"]] });
    const input = { roleGrantId: scene.grantOf(member) };
    const tries = contenders.map((_, i): Try => {
      if (i % 4 === 3) return { act: "endRole", actor: at(stewards, i), input };
      return { act: i % 4 === 2 ? "refuseRole" : "acceptRole", actor: member, input };
    });
    return {
      gather: behindAssociation(scene.id),
      tries,
      judge: async (answers) => {
        const [accepted, refused, ended] = (["acceptRole", "refuseRole", "endRole"] as const).map((act) =>
          countOf(answers, act),
        );
        const { state } = await db.roleGrant.findUniqueOrThrow({ where: { id: input.roleGrantId } });
        const isOnce = (accepted?.ok ?? 0) + (refused?.ok ?? 0) <= 1 && (refused?.ok ?? 0) + (ended?.ok ?? 0) === 1;
        return [
          ...differs("taken effect", isOnce ? "once" : JSON.stringify(countOf(answers)), "once"),
          ...unheardOf({ ...accepted, ...refused }, ["ok", "membership.roleOfferOver"], "answering"),
          ...unheardOf(ended ?? {}, ["ok", "membership.roleOver"], "taking back"),
          ...differs("state", state, refused?.ok ? "REFUSED" : "ENDED"),
        ];
      },
    };
  },
};

const renewedWhileLeaving: Race = {
  rule: "M7, M8, PT1",
  title: "pledges renewed while their giver leaves",
  async prepare({ contenders, stewards }) {
    const member = at(contenders, 0);
    const scene = await setScene({ stewards: stewards.slice(0, 1), active: [member] });
    const { answers: _, ...renewal } = { ...scene.papers, stances: [] };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map(
        (_, i): Try =>
          i % 2
            ? { act: "renew", actor: member, input: renewal }
            : { act: "leave", actor: member, input: { associationSlug: scene.slug } },
      ),
      judge: async (answers) => {
        const [left, renewed] = [countOf(answers, "leave"), countOf(answers, "renew")];
        const pair = { associationId: scene.id, memberId: member.memberId };
        const membership = await db.membership.findFirstOrThrow({
          where: pair,
          include: { pledges: true, events: true },
        });
        return [
          ...unlike(left, { ok: answers.length / 2 }, "leaving"),
          ...unheardOf(renewed, ["ok", "membership.notMember"], "renewing"),
          ...differs("membership", membership.state, "LEFT"),
          ...differs("exits", membership.events.filter(({ to }) => to === "LEFT").length, 1),
          ...differs("pledges", membership.pledges.length, 1 + (renewed.ok ?? 0)),
        ];
      },
    };
  },
};

/** Foundings choose their address behind one lock of the database. */
const FOUNDING = { text: "SELECT pg_advisory_xact_lock(hashtext('association.slug'))", values: [] };

const oneName: Race = {
  rule: "A4",
  title: "associations of one name founded at once",
  every: 4,
  async prepare({ contenders }) {
    const input = aFounding({ name: `Omonima ${crypto.randomUUID()}` });
    return {
      gather: FOUNDING,
      tries: contenders.map((actor): Try => ({ act: "found", actor, input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: answers.length }),
        ...differs("addresses", await db.association.count({ where: { name: input.name } }), answers.length),
      ],
    };
  },
};

const threeADay: Race = {
  rule: "A5",
  title: "one founder, three associations a day",
  async prepare({ contenders, stewards }) {
    const actor = at(stewards, 0) as Actor;
    const input = aFounding({ name: `Fondata ${crypto.randomUUID()}` });
    return {
      gather: { text: 'SELECT 1 FROM "Member" WHERE "id" = $1 FOR UPDATE', values: [actor.memberId] },
      tries: contenders.map((): Try => ({ act: "found", actor, input })),
      judge: (answers) => unlike(countOf(answers), { ok: 3, "association.foundedEnough": answers.length - 3 }),
    };
  },
};

export const MEMBERS: readonly Race[] = [offeredTwice, answeredTwice, renewedWhileLeaving, oneName, threeADay];
