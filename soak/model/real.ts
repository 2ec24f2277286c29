import { readContentInForce } from "@/lib/association/facts";
import type { CharterContent } from "@/lib/association/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { ApplyInput } from "@/lib/membership/application/schema";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { chooseExclusionWay } from "@/lib/moderation/exclusion/commands";
import { aFounding, aPerson, papersFor } from "@/lib/testing/associations";
import { saidTo } from "../ground/said";
import type { Rows } from "./look";
import type { Op, Setting } from "./op";
import { tryOf } from "./tries";
import { FOUNDER, PEOPLE, THIN, untilOf } from "./world";

export type Real = {
  readonly id: string;
  readonly slug: string;
  readonly papers: ApplyInput;
  /** What its first charter says. */
  readonly content: CharterContent;
  readonly people: readonly Actor[];
  /** The secrets of letters, as whoever got them knows them. */
  readonly tokens: Map<string, string>;
};

/** Those who live through all of it. */
export async function makePeople(): Promise<Actor[]> {
  const people: Actor[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await aPerson(`Persona ${i}`, i === THIN ? { valueBrought: "" } : {}));
  return people;
}

/** Founds an association by the product's own command. */
export async function found(
  people: readonly Actor[],
  { entry, deciders, limit, exclusionBy }: Setting,
  now: Date,
): Promise<Real> {
  const settings = { entry, decidersRequired: deciders, memberLimit: limit, untilOn: untilOf(now, false) };
  const answer = await foundAssociation(people[FOUNDER] as Actor, aFounding(settings), now);
  if (!answer.ok) throw new Error(`not founded: ${answer.refusal.code}`);
  const slug = answer.value.associationSlug;
  const { id } = await db.association.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await chooseExclusionWay(people[FOUNDER] as Actor, { associationSlug: slug, exclusionBy }, now);
  const charter = await db.$transaction((tx) => readContentInForce(tx, id, now));
  if (!charter) throw new Error("founded without a charter");
  return { id, slug, people, papers: await papersFor(slug), content: charter.content, tokens: new Map() };
}

/** Takes a step by the product's commands: how it was answered. */
export const act = (real: Real, rows: Rows, { op, now }: { op: Op; now: Date }): Promise<string> =>
  saidTo(tryOf(real, rows, { op, now }), op.again);
