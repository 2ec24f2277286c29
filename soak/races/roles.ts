import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { acceptRole } from "@/lib/membership/role/commands";
import type { Try } from "../ground/acts";
import { setScene } from "../ground/scene";
import { writtenAt } from "./order";
import { seated } from "./projects";
import { at, behindAssociation, type Crowd, countOf, differs, type Race, unheardOf, unlike } from "./race";

const NEEDED = 3;
const BUNDLE = { name: "Cassa", duty: "Tiene i conti e li mostra a tutti.", responsibilities: ["EDIT" as const] };

type Offering = { readonly isByTrust?: boolean; readonly isHeld?: boolean };

/** A role of the association's own, offered to the first who contends, or held by them. */
async function offered({ contenders, stewards }: Crowd, { isByTrust = false, isHeld = false }: Offering = {}) {
  const [holder, ...others] = contenders as [Actor, ...Actor[]];
  const scene = await setScene({ stewards, active: contenders });
  const now = new Date();
  const role = { associationId: scene.id, ...BUNDLE, isByTrust, createdAt: now };
  const { id: ownRoleId } = await db.ownRole.create({ data: role, select: { id: true } });
  const membershipId = scene.membershipOf(holder);
  const given = { ownRoleId, accepted: BUNDLE.responsibilities, roleVersion: 1, grantedById: at(stewards, 0).memberId };
  const held = isHeld ? { state: "HELD" as const, acceptedAt: now } : {};
  const { id: roleGrantId } = await db.roleGrant.create({
    data: { membershipId, ...given, trustNeeded: isByTrust ? NEEDED : null, grantedAt: now, ...held },
    select: { id: true },
  });
  return { scene, holder, others, ownRoleId, roleGrantId, membershipId };
}

const grantOf = (id: string) => db.roleGrant.findUniqueOrThrow({ where: { id } });

const reached: Race = {
  rule: "R4, PT2",
  title: "a role by trust taken up while its trust is given",
  async prepare(crowd) {
    const { scene, holder, others, roleGrantId, membershipId } = await offered(crowd, { isByTrust: true });
    const givers = others.filter((_, i) => i % 4);
    await seated(holder, givers);
    const input = { roleGrantId, version: 1 };
    return {
      gather: behindAssociation(scene.id),
      tries: [
        ...givers.map((actor): Try => {
          return { act: "giveTrust", actor, input: { associationSlug: scene.slug, whom: holder.handle } };
        }),
        ...crowd.contenders.slice(givers.length).map((): Try => ({ act: "acceptRole", actor: holder, input })),
      ],
      judge: async (answers) => {
        const took = countOf(answers, "acceptRole");
        const later = took.ok ? null : await acceptRole(holder, input, new Date());
        const [trusts, taken] = [
          await writtenAt("RoleTrust", membershipId),
          await writtenAt("membership.roleAccepted", scene.id),
        ];
        return [
          ...unlike(countOf(answers, "giveTrust"), { ok: givers.length }, "giving trust"),
          ...unheardOf(took, ["ok", "membership.trustMissing", "membership.roleOfferOver"], "taking up"),
          ...differs("taken up", (took.ok ?? 0) + (later?.ok ? 1 : 0), 1),
          ...differs("state", (await grantOf(roleGrantId)).state, "HELD"),
          ...differs(
            "trusted by enough",
            trusts.filter((n) => n < (taken[0] ?? 0)).length >= NEEDED ? "yes" : "no",
            "yes",
          ),
        ];
      },
    };
  },
};

const takenBack: Race = {
  rule: "R4",
  title: "all trust behind a role taken back, over and over",
  every: 2,
  async prepare(crowd) {
    const { scene, holder, others, roleGrantId, membershipId } = await offered(crowd, {
      isByTrust: true,
      isHeld: true,
    });
    const givers = others.slice(0, NEEDED + 1);
    await seated(holder, givers);
    const data = givers.map(({ memberId: trusterId }) => ({ membershipId, trusterId, givenAt: new Date() }));
    await db.roleTrust.createMany({ data });
    const input = { associationSlug: scene.slug, handle: holder.handle };
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => ({ act: "withdrawTrust", actor: at(givers, i), input })),
      judge: async (answers) => {
        const rest = answers.length - givers.length;
        return [
          ...unlike(countOf(answers), { ok: givers.length, "membership.trustNotGiven": rest }),
          ...differs("state", (await grantOf(roleGrantId)).state, "ENDED"),
          ...differs("times told", (await writtenAt("membership.roleEnded", scene.id)).length, 1),
        ];
      },
    };
  },
};

const changed: Race = {
  rule: "R2, PT2",
  title: "a role of one's own changed while it is taken up",
  async prepare(crowd) {
    const { scene, holder, ownRoleId, roleGrantId } = await offered(crowd);
    return {
      gather: behindAssociation(scene.id),
      tries: crowd.contenders.map((_, i): Try => {
        if (i % 2) return { act: "acceptRole", actor: holder, input: { roleGrantId, version: 1 } };
        const input = { ownRoleId, ...BUNDLE, duty: `Tiene i conti, il giorno ${i}.`, isByTrust: false };
        return { act: "changeRole", actor: at(crowd.stewards, i >> 1), input };
      }),
      judge: async (answers) => {
        const took = countOf(answers, "acceptRole");
        const [{ version }, { state, roleVersion }] = [
          await db.ownRole.findUniqueOrThrow({ where: { id: ownRoleId } }),
          await grantOf(roleGrantId),
        ];
        return [
          ...unlike(countOf(answers, "changeRole"), { ok: answers.length / 2 }, "changing"),
          ...unheardOf(took, ["ok", "membership.roleOfferOver", "membership.roleChangedMeanwhile"], "taking up"),
          ...differs("version", version, 1 + answers.length / 2),
          ...differs("taken up", took.ok ?? 0, state === "HELD" ? 1 : 0),
          ...differs("state", state, took.ok ? "HELD" : "ENDED"),
          ...differs("version it binds by", roleVersion ?? 0, 1),
        ];
      },
    };
  },
};

export const ROLES: readonly Race[] = [reached, takenBack, changed];
