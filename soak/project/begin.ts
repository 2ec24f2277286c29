import type { Actor } from "@/lib/auth/actor";
import { addDays, addMonths, dateOf, dayOf } from "@/lib/core/duration";
import type { BecomeInput } from "@/lib/project/idea/schema";
import { makeMember } from "@/lib/testing/members";
import { aNeed, makeCrowd, makeGroup, makeIdea, makeProject, papersOf } from "@/lib/testing/projects";
import { GROUPS, HIDDEN, NEEDS, type Setting } from "./world";

/** Long after anything here. */
const FAR = "2060-01-01";
const COMPETENCE = "accounting";

type Association = { readonly id: string; readonly slug: string };
export type Real = {
  readonly people: readonly Actor[];
  readonly groups: readonly Association[];
  readonly id: string;
  readonly slug: string;
};

const needs = NEEDS.map((need, row) =>
  aNeed({ ...need, row, title: `Posto ${row}`, competence: COMPETENCE, due: null }),
);
const deliverables = [{ row: 0, title: "Un luogo coperto", due: FAR }];

/** The papers with which it becomes a proposal. */
export const becoming = (slug: string): BecomeInput => papersOf(slug, { needs, deliverables });

/** A project or an idea by the product's own commands, and those who may come to it. */
export async function begin({ isShared, isMembersOnly, isDream }: Setting, now: Date): Promise<Real> {
  const hidden = await makeMember({ name: "Persona nascosta", competences: { [COMPETENCE]: 3 }, isListed: false });
  const people = [...(await makeCrowd(HIDDEN)), hidden];
  const groups = isShared ? await makeGroups(people, now) : [];
  const association = groups[0]?.slug ?? null;
  const whose = { association, isMembersOnly: isShared && isMembersOnly };
  const owner = people[0] as Actor;
  const made = isDream
    ? await makeIdea(owner, whose, now)
    : await makeProject(owner, { ...whose, needs, deliverables }, now);
  return { ...made, people, groups };
}

async function makeGroups(people: readonly Actor[], now: Date): Promise<Association[]> {
  const statement = { acceptedAt: addDays(now, -1), untilOn: dateOf(addMonths(dayOf(now), 11)) };
  const groups: Association[] = [];
  for (const members of GROUPS) {
    const [steward, ...active] = members.map((who) => people[who] as Actor);
    groups.push(await makeGroup({ steward: steward as Actor, active, statement }));
  }
  return groups;
}
