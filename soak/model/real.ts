import { isDeepStrictEqual } from "node:util";
import { readContentInForce } from "@/lib/association/facts";
import type { CharterContent } from "@/lib/association/types";
import { type Actor, submitting } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { ApplyInput } from "@/lib/membership/application/schema";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { chooseExclusionWay } from "@/lib/moderation/exclusion/commands";
import { aFounding, aPerson, papersFor } from "@/lib/testing/associations";
import { type Answer, attemptAll, type Try } from "../ground/acts";
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

/** Takes a step by the product's commands; sent twice, the second answer must be the first one's. */
export async function act(real: Real, rows: Rows, { op, now }: { op: Op; now: Date }): Promise<string> {
  const [first, second] = await answersTo(tryOf(real, rows, { op, now }), op.again);
  if (!first) throw new Error("a step was not answered");
  const isSame = !second || (second.code === first.code && isDeepStrictEqual(second.value, first.value));
  const said = first.code === "fault" ? `fault (${String(first.value)})` : first.code;
  return isSame ? said : `${said}, then ${second.code} ${JSON.stringify(second.value)}`;
}

async function answersTo(one: Try, isTwice: boolean): Promise<Answer[]> {
  if (!isTwice || one.actor === null) return attemptAll([one], 0);
  const keyed = { ...one, actor: submitting(one.actor, crypto.randomUUID(), "soak") } as Try;
  return [...(await attemptAll([keyed], 0)), ...(await attemptAll([keyed], 0))];
}
