import { associationAt, charterHashOf, entryOf } from "./associations.mjs";
import { idOf, KINDS, stampOf } from "./calendar.mjs";
import { chanceOf } from "./chance.mjs";
import { memberId } from "./members.mjs";

const RENEWAL_MS = 330 * 86_400_000;
/** From this size on two people look after an association. */
const SECOND_STEWARD = 10;

/** Every belonging of a world, association by association, with what its papers say. */
function* belongings(world) {
  let number = 0;
  for (let k = 0; k < world.associations; k++) {
    const association = { ...associationAt(world, k), hash: charterHashOf(world, k), entry: entryOf(world, k) };
    for (const [place, n] of association.members.entries())
      yield belongingOf(world, { association, place, n, number: number++ });
  }
}

function belongingOf(world, { association, place, n, number }) {
  const { calendar } = world;
  const chance = chanceOf(world.seed, "membership", number);
  const isFounder = place === 0;
  const isSteward = isFounder || (place === 1 && association.members.length >= SECOND_STEWARD);
  const earliest = Math.max(association.foundedAt, calendar.arrival(n));
  const joinedAt = isFounder ? association.foundedAt : calendar.within(chance, earliest);
  const state = isSteward || chance.is(0.94) ? "ACTIVE" : chance.pick(["PAUSED", "LEFT"]);
  return {
    ...{ number, association, joinedAt, state, isSteward, isFounder, chance },
    id: idOf(KINDS.membership, joinedAt, number),
    memberId: memberId(world, n),
    founderId: memberId(world, association.members[0]),
    stateSince: state === "ACTIVE" ? joinedAt : calendar.within(chance, joinedAt + 1),
    door: isFounder ? "FOUNDER" : association.entry,
  };
}

function membershipOf(_, { id, association, memberId, state, stateSince, joinedAt, chance }) {
  return [[id, association.id, memberId, state, stampOf(stateSince), stampOf(joinedAt), chance.is(0.5)]];
}

function eventsOf(_, { id, number, memberId, founderId, state, stateSince, joinedAt, door }) {
  const actorId = door === "APPLICATION" ? founderId : memberId;
  const joined = [idOf(KINDS.event, joinedAt, number * 2), id, null, "ACTIVE", door, actorId, stampOf(joinedAt)];
  if (state === "ACTIVE") return [joined];
  const changed = idOf(KINDS.event, stateSince, number * 2 + 1);
  return [joined, [changed, id, "ACTIVE", state, null, memberId, stampOf(stateSince)]];
}

const STATEMENT = ["{TIME,SKILL}", false, 240, "MONTH"];

function applicationsOf({ calendar }, { id: _id, number, association, memberId, joinedAt, door }) {
  const at = stampOf(joinedAt);
  const paper = [association.charterId, association.hash, "", ...STATEMENT, calendar.dayAfter(joinedAt, 330)];
  const id = idOf(KINDS.application, joinedAt, number);
  return [[id, association.id, memberId, door, "ACCEPTED", ...paper, "Due ore ogni quindici giorni.", "it", at, at]];
}

function decisionsOf(_, { number, founderId, joinedAt, door }) {
  if (door !== "APPLICATION") return [];
  const application = idOf(KINDS.application, joinedAt, number);
  return [[idOf(KINDS.decision, joinedAt, number), application, founderId, "ADMIT", "", stampOf(joinedAt)]];
}

/** One on coming in; and a renewal, where the first has run out. */
function pledgesOf({ calendar }, { id, number, association, joinedAt }) {
  const pledgeAt = (at, i) => [
    ...[idOf(KINDS.pledge, at, number * 2 + i), id, i === 0 ? idOf(KINDS.application, joinedAt, number) : null],
    ...[association.charterId, association.hash, ...STATEMENT, calendar.dayAfter(at, 330)],
    ...["Due ore ogni quindici giorni.", stampOf(at)],
  ];
  const first = pledgeAt(joinedAt, 0);
  const isOver = joinedAt + RENEWAL_MS < calendar.end;
  return isOver ? [first, pledgeAt(calendar.end - ((calendar.end - joinedAt) % RENEWAL_MS), 1)] : [first];
}

function rolesOf(_, { id, number, isSteward, isFounder, founderId, joinedAt }) {
  if (!isSteward) return [];
  const at = stampOf(joinedAt);
  return [[idOf(KINDS.role, joinedAt, number), id, "STEWARD", "HELD", isFounder ? null : founderId, at, at]];
}

const each = (world, rowsOf) =>
  function* rows() {
    for (const belonging of belongings(world)) yield* rowsOf(world, belonging);
  };

/** The tables of belongings and their papers. */
export function membershipTables(world) {
  return [
    {
      table: "Membership",
      columns: ["id", "associationId", "memberId", "state", "stateSince", "firstJoinedAt", "isVisible"],
      rows: each(world, membershipOf),
    },
    {
      table: "MembershipEvent",
      columns: ["id", "membershipId", "from", "to", "door", "actorId", "at"],
      rows: each(world, eventsOf),
    },
    {
      table: "Application",
      columns: [
        ...["id", "associationId", "memberId", "door", "state", "charterId", "charterHash", "motivation"],
        ...["kinds", "isListening", "minutesPerPeriod", "period", "untilOn", "statement", "locale"],
        ...["submittedAt", "closedAt"],
      ],
      rows: each(world, applicationsOf),
    },
    {
      table: "ApplicationDecision",
      columns: ["id", "applicationId", "deciderId", "outcome", "message", "at"],
      rows: each(world, decisionsOf),
    },
    {
      table: "Pledge",
      columns: [
        ...["id", "membershipId", "applicationId", "charterId", "charterHash"],
        ...["kinds", "isListening", "minutesPerPeriod", "period", "untilOn", "statement", "acceptedAt"],
      ],
      rows: each(world, pledgesOf),
    },
    {
      table: "RoleGrant",
      columns: ["id", "membershipId", "role", "state", "grantedById", "grantedAt", "acceptedAt"],
      rows: each(world, rolesOf),
    },
  ];
}
