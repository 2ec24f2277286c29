import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { brokenInvariants } from "@/lib/testing/projects";
import { type Kind, picture, predict, type Step } from "./model";
import { act, begin, look, type Real } from "./real";
import { newest, PEOPLE, type Person, proposed, type World } from "./world";

const BEGINNING = new Date("2027-01-04T10:00:00Z");
const STEPS_MAX = 45;
const SHRINKS_MAX = 100;

/** The steps of a life, as often as they are drawn. */
const KINDS: readonly Kind[] = [
  ...(["offer", "offer", "offer", "offer", "accept", "accept", "accept", "accept", "decline", "withdraw"] as const),
  ...([
    "move",
    "move",
    "move",
    "conclude",
    "conclude",
    "close",
    "close",
    "close",
    "declare",
    "declare",
    "declare",
    "confirm",
    "confirm",
  ] as const),
  ...(["reject", "handOver", "handOver", "answerHandover", "answerHandover", "keep", "jobs", "tick", "tick"] as const),
];
const person = fc.nat(PEOPLE - 1);
const aStep: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom(...KINDS),
  ...{ who: person, whom: person, nth: fc.nat(2), need: fc.nat(1), isYes: fc.constantFrom(true, true, false) },
  to: fc.constantFrom("FEASIBILITY", "ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "ABANDONED"),
  days: fc.constantFrom(1, 5, 20, 21, 22, 31, 89, 90),
  fits: fc.constantFrom(true, true, true, true, false),
  again: fc.boolean(),
});
/** Half of the lives begin at work: somebody sits in the seat without which nothing starts. */
const aLife = fc.record({ isAtWork: fc.boolean(), steps: fc.array(aStep, { minLength: 15, maxLength: STEPS_MAX }) });
type Life = { readonly isAtWork: boolean; readonly steps: readonly Drawn[] };
type Drawn = Step & { readonly fits: boolean };
const PLAIN = {
  ...({ who: 0, whom: 0, nth: 0, need: 0, isYes: true, to: "ACTIVE", days: 0 } as const),
  ...{ fits: false, again: false },
};
const AT_WORK: readonly Drawn[] = [
  { ...PLAIN, kind: "offer", who: 1 },
  { ...PLAIN, kind: "accept" },
  { ...PLAIN, kind: "move", to: "FEASIBILITY" },
  { ...PLAIN, kind: "move" },
];

const OWNERS: readonly Kind[] = ["move", "conclude", "accept", "decline", "handOver", "keep"];

/** Of which the newest that fits is meant, where there is one. */
const nthOf = <T>(all: readonly T[], fits: (one: T) => boolean): number | undefined => {
  const place = all.findLastIndex(fits);
  return place === -1 ? undefined : all.length - 1 - place;
};

/** What a step is most likely to be about: whom, and which. */
function aim(world: World, { kind, nth, isYes }: Step): Partial<Step> {
  const { offers, promises, deeds, handovers } = world;
  const waiting = nthOf(deeds, ({ state }) => state === "DECLARED");
  const declined = kind === "offer" && !isYes ? offers.findLast(({ state }) => state === "DECLINED") : undefined;
  if (declined) return { who: declined.who, need: declined.need };
  const nths: Partial<Record<Kind, number | undefined>> = {
    accept: nthOf(offers, ({ state }) => state === "WAITING" || state === "QUEUED"),
    decline: nthOf(offers, ({ state }) => state === "WAITING"),
    close: nthOf(promises, ({ state }) => state === "OPEN"),
    ...{ confirm: waiting, reject: waiting },
  };
  const n = nths[kind] ?? nth;
  const people: Partial<Record<Kind, Person | undefined>> = {
    withdraw: newest(offers, n)?.who,
    close: newest(promises, n)?.offer.who,
    declare: offers.findLast(({ state }) => state === "ACCEPTED")?.who,
    ...{ confirm: witness(world, n), reject: witness(world, n) },
    answerHandover: handovers.at(-1)?.to,
  };
  const who = OWNERS.includes(kind) ? world.owner : people[kind];
  const whom = kind === "handOver" ? offers.find(({ state }) => state === "ACCEPTED")?.who : undefined;
  const to = kind === "move" ? NEXT[world.state] : undefined;
  return { nth: n, ...(who !== undefined && { who }), ...(whom !== undefined && { whom }), ...(to && { to }) };
}

const NEXT: Partial<Record<World["state"], Step["to"]>> = {
  PROPOSED: "FEASIBILITY",
  FEASIBILITY: "ACTIVE",
  SUSPENDED: "ACTIVE",
};

/** Somebody else who takes part. */
const witness = (world: World, nth: number): Person | undefined =>
  [world.owner, ...world.offers.filter(({ state }) => state === "ACCEPTED").map(({ who }) => who)].find(
    (one) => one !== newest(world.deeds, nth)?.who,
  );

/** The step as it was drawn, or as it fits what there is. */
const fitted = (world: World, { fits, ...step }: Drawn): Step => (fits ? { ...step, ...aim(world, step) } : step);

const inWords = ({ kind, who, whom, nth, need, to, isYes, days, again }: Step) =>
  [
    kind,
    `by ${who}`,
    `whom ${whom}`,
    `nth ${nth}`,
    `need ${need}`,
    to,
    isYes ? "yes" : "no",
    `${days} days`,
    again ? "twice" : "",
  ].join(" ");

type Count = (kind: string, said: string) => void;

/** Lives one life twice over, in the model and in the product; throws at the first difference, with the steps to it. */
async function live({ isAtWork, steps }: Life, count: Count): Promise<void> {
  const taken: string[] = [];
  try {
    const [world, real] = [proposed(BEGINNING), await begin(BEGINNING)];
    for (const given of isAtWork ? [...AT_WORK, ...steps] : steps) {
      const step = fitted(world, given);
      taken.push(inWords(step));
      await take(world, real, { step, count });
    }
    for (const row of await brokenInvariants()) throw new Error(`check_invariants: ${JSON.stringify(row)}`);
  } catch (error) {
    throw new Error([wordsOf(error), ...taken.map((words, i) => `  ${i}. ${words}`)].join("\n"));
  }
}

async function take(world: World, real: Real, { step, count }: { step: Step; count: Count }): Promise<void> {
  const { ids } = await look(real);
  const now = world.now;
  const expected = predict(world, step);
  const said = step.kind === "tick" ? "ok" : await act(real, ids, { op: step, now });
  count(step.kind, said);
  if (said !== expected) throw new Error(`Answered ${said}; the model says ${expected}.`);
  const [seen, drawn] = [(await look(real)).picture, picture(world)];
  for (const key of Object.keys(drawn) as (keyof typeof drawn)[])
    if (!isDeepStrictEqual(seen[key], drawn[key]))
      throw new Error(`${key}: ${JSON.stringify(seen[key])}; the model says ${JSON.stringify(drawn[key])}.`);
}

/** So many lives from a seed: how they were answered, and the smallest that went wrong, in words, or null. */
export async function walk({ seed, runs }: { seed: number; runs: number }) {
  const tally: Record<string, Record<string, number>> = {};
  const count: Count = (kind, said) => {
    const codes = tally[kind] ?? {};
    tally[kind] = { ...codes, [said]: (codes[said] ?? 0) + 1 };
  };
  let lives = 0;
  const property = fc.asyncProperty(aLife, async (life) => {
    // Beyond these, what is found is small enough.
    if (lives >= runs + SHRINKS_MAX) return;
    lives += 1;
    await live(life, count);
  });
  const { failed, errorInstance, numRuns } = await fc.check(property, { seed, numRuns: runs });
  return { seed, runs: numRuns, tally, failure: failed ? wordsOf(errorInstance) : null };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
