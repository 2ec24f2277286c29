import { dayOf, idOf, KINDS, stampOf } from "./calendar.mjs";
import { chanceOf } from "./chance.mjs";
import { memberId } from "./members.mjs";

const MONTH_MS = 30 * 86_400_000;
const DAY_MS = 86_400_000;
const TITLES = [
  "Ho preparato la riunione",
  "Ho scritto la bozza",
  "Ho montato i banchi",
  "Ho trovato chi ci presta la sala",
];

/** Who sits in which need: every seat that must be taken of what has started, some of the rest. What is for members only stays empty. */
export function sittersOf(world, { p, owner, isStarted, isMembersOnly, needs }) {
  if (isMembersOnly || world.contributions === 0) return [];
  const chance = chanceOf(world.seed, "seats", p);
  const seats = needs.flatMap((need) => Array.from({ length: need.seats }, () => need));
  const isTaken = ({ isCritical }) => chance.is(isStarted ? (isCritical ? 1 : 0.7) : 0.3);
  const drawn = seats.map(({ id, competenceId, ...seat }) => {
    return { needId: id, competenceId, isTaken: isTaken(seat), n: chance.below(world.members) };
  });
  const people = new Map(drawn.filter((one) => one.isTaken && one.n !== owner).map((one) => [one.n, one]));
  return [...people.values()].map((one, number) => ({ ...one, number }));
}

/** Offers that were accepted. */
export function offersOf(world, { p, ownerId, createdAt, sitters }) {
  return sitters.map(({ n, needId, competenceId, number }) => {
    const at = stampOf(createdAt + DAY_MS);
    const own = idOf(KINDS.offer, createdAt, p * 16 + number);
    return [own, needId, memberId(world, n), "COMPETENCE", competenceId, "ACCEPTED", at, at, ownerId];
  });
}

/** How many months a project has been at work; those that never began have none. */
export const monthsOf = ({ calendar }, { isStarted, createdAt }) =>
  isStarted ? Math.max(1, Math.floor((calendar.end - createdAt) / MONTH_MS)) : 0;

/** How many deeds a project has at so many a month: in no month more than one for each two who take part (rule K3). */
export const deedsOf = ({ sitters, months }, share) =>
  Math.floor(months * Math.min(share, (sitters.length * (sitters.length + 1)) / 2));

/**
 * What was done for a project, by those who take part in turn, each deed confirmed by another, spread evenly over its months.
 */
export function contributionsOf(world, { p, id, owner, association, createdAt, sitters, months, share }) {
  const people = [owner, ...sitters.map(({ n }) => n)].map((n) => memberId(world, n));
  const pairs = people.flatMap((author, i) => people.slice(i + 1).map((witness) => [author, witness]));
  const count = deedsOf({ sitters, months }, share);
  const step = (world.calendar.end - createdAt) / (count + 1);
  const chance = chanceOf(world.seed, "deeds", p);
  return Array.from({ length: count }, (_, i) => {
    const at = createdAt + Math.floor(step * (i + 1));
    const pair = pairs[i % pairs.length];
    const [author, witness] = chance.is(0.5) ? pair : [pair[1], pair[0]];
    const own = idOf(KINDS.contribution, at, p * 4096 + i);
    const done = [dayOf(at), "CONFIRMED", stampOf(at), witness, stampOf(at)];
    return [own, author, id, association?.id ?? null, "TIME", chance.pick(TITLES), chance.between(1, 8) * 30, ...done];
  });
}
