const DAY_MS = 86_400_000;

/** How far back the first member goes. */
const YEARS_MS = 5 * 365 * DAY_MS;

/** Times of a world that ends on one day: nothing in it depends on when it is made. */
export function calendarOf(day, members) {
  const end = Date.parse(`${day}T00:00:00Z`);
  const start = end - YEARS_MS;
  const step = Math.max(1, Math.floor(YEARS_MS / members));
  return {
    start,
    end,
    step,
    /** When the n-th member arrived: evenly, so that SQL can compute it too. */
    arrival: (n) => start + n * step,
    within: (chance, from) => from + chance.below(Math.max(1, end - from)),
    dayAfter: (instant, days) => dayOf(instant + days * DAY_MS),
  };
}

export const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);
export const stampOf = (instant) => new Date(instant).toISOString();

const hex = (value, digits) => value.toString(16).padStart(digits, "0");

/** A uuid of version 7 that can be computed again from a kind, an instant and a number. */
export function idOf(kind, instant, number) {
  const time = hex(instant, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(kind, 3)}-8000-${hex(number, 12)}`;
}

/** Table → number in ids. A member's number is known to SQL as well (see memberIdSql). */
export const KINDS = {
  account: 1,
  member: 2,
  exchange: 3,
  association: 4,
  charter: 5,
  charterValue: 6,
  clause: 7,
  membership: 8,
  event: 9,
  pledge: 10,
  role: 11,
  application: 12,
  decision: 13,
  project: 14,
  transition: 15,
  deliverable: 16,
  need: 17,
  session: 18,
  offer: 19,
  contribution: 20,
};

/** SQL for the id of the member whose number is an expression: for benches that draw members without asking for their ids. */
export function memberIdSql({ start, step }, number) {
  return `(lpad(to_hex(${start}::bigint + ${number}::bigint * ${step}), 12, '0') || '70028000' || lpad(to_hex(${number}::bigint), 12, '0'))::uuid`;
}
