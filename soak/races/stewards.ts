import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { Act, Answer, Try } from "../ground/acts";
import { type Scene, setScene } from "../ground/scene";
import { behindAssociation, countOf, differs, type Race, unheardOf, unlike } from "./race";

/** Who answers for CUSTODY, and whether the association is in the platform's. */
async function custodyOf(id: string) {
  const { state } = await db.association.findUniqueOrThrow({ where: { id }, select: { state: true } });
  const membership = { associationId: id, state: "ACTIVE" as const };
  return { state, custodians: await db.roleGrant.count({ where: { role: "STEWARD", state: "HELD", membership } }) };
}

/** How many went out: whoever is out already hears «ok» again, and nothing changes (rule A4). */
const countExits = (id: string) =>
  db.membershipEvent.count({ where: { to: "LEFT", membership: { associationId: id } } });

/** Nobody is left to look after it and it is in custody, or else somebody is and it is open (rule R3). */
async function isLookedAfter({ id }: Scene, custodians: number): Promise<string[]> {
  const custody = await custodyOf(id);
  return [
    ...differs("custodians", custody.custodians, custodians),
    ...differs("association", custody.state, custodians > 0 ? "OPEN" : "CUSTODY"),
  ];
}

const tryOf = (act: "leave" | "pause" | "endRole", actor: Actor, scene: Scene): Try =>
  act === "endRole"
    ? { act, actor, input: { roleGrantId: scene.grantOf(actor) } }
    : { act, actor, input: { associationSlug: scene.slug } };

type Pair = {
  title: string;
  rule: string;
  act: "leave" | "pause" | "endRole";
  refusals: readonly string[];
  won: 1 | 2;
};

/** The last two stewards do the same at once, over and over. */
const lastTwo = ({ title, rule, act, refusals, won }: Pair): Race => ({
  rule,
  title,
  async prepare({ contenders, stewards }) {
    const [one, other] = stewards as [Actor, Actor];
    const scene = await setScene({ stewards: [one, other] });
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((_, i) => tryOf(act, i % 2 ? one : other, scene)),
      judge: async (answers) => [
        ...differs("that took effect", act === "leave" ? await countExits(scene.id) : countOf(answers).ok, won),
        ...unheardOf(countOf(answers), ["ok", ...refusals]),
        ...(await isLookedAfter(scene, 2 - won)),
      ],
    };
  },
});

const LAST_TWO: readonly Race[] = [
  { rule: "R3", title: "the last two stewards lay it down", act: "endRole", won: 1 } as const,
  { rule: "R3, M10", title: "the last two stewards pause", act: "pause", won: 1 } as const,
  { rule: "M7, R3", title: "the last two stewards leave", act: "leave", won: 2 } as const,
].map((pair) =>
  lastTwo({
    ...pair,
    refusals: {
      endRole: ["membership.roleOver", "membership.lastSteward"],
      pause: ["membership.alreadyPaused", "membership.lastStewardPauses"],
      leave: [],
    }[pair.act],
  }),
);

const LAST: Readonly<Partial<Record<Act, string>>> = {
  pause: "membership.lastStewardPauses",
  endRole: "membership.lastSteward",
};

/** Each acts once, so only the very last to act can be told that nobody else would be left. */
async function isOneLast(scene: Scene, answers: readonly Answer[]): Promise<string[]> {
  const kept = answers.filter(({ code }) => code !== "ok");
  return [
    ...differs("refused", kept.length <= 1 ? "one at most" : kept.length, "one at most"),
    ...kept.flatMap(({ act, code }) => differs(act, code, LAST[act] ?? "ok")),
    ...(await isLookedAfter(scene, kept.length)),
  ];
}

const everyWayOut: Race = {
  rule: "R3, M7, M10",
  title: "all stewards leave, pause and lay down at once",
  async prepare({ contenders }) {
    const scene = await setScene({ stewards: contenders });
    const acts = ["leave", "pause", "endRole"] as const;
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((actor, i) => tryOf(acts[i % 3] ?? "leave", actor, scene)),
      judge: (answers) => isOneLast(scene, answers),
    };
  },
};

const firstToAnswer: Race = {
  rule: "M7, A4",
  title: "members step up for one in custody",
  async prepare({ contenders }) {
    const scene = await setScene({ stewards: [], active: contenders, isInCustody: true });
    const input = { associationSlug: scene.slug };
    return {
      gather: behindAssociation(scene.id),
      tries: contenders.map((actor): Try => ({ act: "takeUpCustody", actor, input })),
      judge: async (answers) => [
        ...unlike(countOf(answers), { ok: 1, "membership.notInCustody": answers.length - 1 }),
        ...(await isLookedAfter(scene, 1)),
      ],
    };
  },
};

export const STEWARDS: readonly Race[] = [...LAST_TWO, everyWayOut, firstToAnswer];
