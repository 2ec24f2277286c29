import fc from "fast-check";
import { mustAnswer, mustShow, type Told, walkLives } from "../ground/lives";
import { type Kind, picture, predict, type Step } from "./model";
import { act, begin, look, type Real } from "./real";
import { newest, PEOPLE, type Person, proposed, type World } from "./world";

const BEGINNING = new Date("2027-01-04T10:00:00Z");
const STEPS_MAX = 45;

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

/** Lives one life in the model and in the product at once. */
async function live({ isAtWork, steps }: Life, { tell, count }: Told): Promise<void> {
  const [world, real] = [proposed(BEGINNING), await begin(BEGINNING)];
  for (const given of isAtWork ? [...AT_WORK, ...steps] : steps) {
    const step = fitted(world, given);
    tell(inWords(step));
    await take(world, real, { step, count });
  }
}

async function take(world: World, real: Real, { step, count }: { step: Step; count: Told["count"] }): Promise<void> {
  const { ids } = await look(real);
  const now = world.now;
  const expected = predict(world, step);
  const said = step.kind === "tick" ? "ok" : await act(real, ids, { op: step, now });
  count(step.kind, said);
  mustAnswer(said, expected);
  mustShow((await look(real)).picture, picture(world));
}

/** So many lives of projects from a seed. */
export const walk = (which: { seed: number; runs: number }) => walkLives(which, { lives: aLife, live });
