import { dayOf, idOf, KINDS, stampOf } from "./calendar.mjs";
import { chanceOf, several } from "./chance.mjs";
import { identityOf, proseOf, skillsOf } from "./person.mjs";
import { exchangeTitle } from "./words.mjs";

const OFFERS = 3;
const ASKS = 2;
const VALUES = 5;
const EXCHANGE_DAYS_MAX = 900;

export const memberId = ({ calendar }, n) => idOf(KINDS.member, calendar.arrival(n), n);
export const accountId = ({ calendar }, n) => idOf(KINDS.account, calendar.arrival(n), n);

function accountOf(world, n) {
  const at = stampOf(world.calendar.arrival(n));
  const isSuspended = chanceOf(world.seed, "account", n).is(0.002);
  const email = `${identityOf(world, n).handle}@bench.example`;
  return [accountId(world, n), email, at, "it", isSuspended ? stampOf(world.calendar.end) : null, at];
}

function memberOf(world, n) {
  const chance = chanceOf(world.seed, "member", n);
  const { name, handle, place } = identityOf(world, n);
  const { headline, about, story, valueBrought, audience, vision } = proseOf(world, n);
  const at = stampOf(world.calendar.arrival(n));
  const isListed = chance.is(0.97);
  const isPublic = isListed && chance.is(0.45);
  const isIndexed = isPublic && chance.is(0.5);
  const said = [headline, about, story, valueBrought, audience, vision];
  const languages = chance.is(0.4) ? ["it", "en"] : ["it"];
  const held = [competencesOf(world, n), valuesOf(world, n)];
  const rest = [languages, ...held, isListed, isPublic, isIndexed, null, at, at];
  return [memberId(world, n), accountId(world, n), handle, name, ...said, "it", place.slug, ...rest];
}

/** What of a profile is shown to others than usual; most change nothing. */
const CHOICES = [
  ["STORY", "PUBLIC"],
  ["STORY", "ONLY_ME"],
  ["COMPETENCES", "MEMBERS"],
  ["PLACE", "MEMBERS"],
  ["OFFERS", "MEMBERS"],
  ["ASKS", "PUBLIC"],
  ["ASKS", "SHARED_ASSOCIATIONS"],
  ["MEMBERSHIPS", "ONLY_ME"],
];

function audiencesOf(world, n) {
  const chance = chanceOf(world.seed, "audience", n);
  return chance.is(0.08) ? [[memberId(world, n), ...chance.pick(CHOICES)]] : [];
}

/** As a profile keeps them: id × 8 + level (lib/member/competence/rules.ts). */
function competencesOf(world, n) {
  const chance = chanceOf(world.seed, "levels", n);
  return skillsOf(world, n).map(({ id }) => id * 8 + chance.between(1, 4));
}

function exchangesOf(world, n) {
  const chance = chanceOf(world.seed, "exchange", n);
  const own = skillsOf(world, n);
  const sides = [...own.slice(0, OFFERS).map((competence) => ["OFFER", competence])];
  while (sides.length < OFFERS + ASKS) sides.push(["ASK", world.vocabulary.competence(chance)]);
  const arrival = world.calendar.arrival(n);
  return sides.map(([side, competence], i) => {
    const at = world.calendar.within(chance, arrival);
    const until = chance.is(0.3)
      ? dayOf(world.calendar.end + chance.between(30, EXCHANGE_DAYS_MAX) * 86_400_000)
      : null;
    const id = idOf(KINDS.exchange, arrival, n * (OFFERS + ASKS) + i);
    const title = exchangeTitle(chance, side, competence);
    return [id, memberId(world, n), side, "SKILL", title, "it", competence.id, until, stampOf(at)];
  });
}

function valuesOf(world, n) {
  const drawn = several(world.vocabulary.value, VALUES, chanceOf(world.seed, "value", n));
  return drawn.map(({ slug }) => slug);
}

const each = (world, rowsOf) =>
  function* rows() {
    for (let n = 0; n < world.members; n++) yield* rowsOf(world, n);
  };

/** The tables of the members of a world, in the order in which they can be filled. */
export function memberTables(world) {
  return [
    {
      table: "Account",
      columns: ["id", "email", "emailVerifiedAt", "locale", "suspendedAt", "createdAt"],
      rows: each(world, (...args) => [accountOf(...args)]),
    },
    {
      table: "Member",
      columns: [
        ...["id", "accountId", "handle", "name", "headline", "about", "story", "valueBrought", "audience", "vision"],
        ...[
          "contentLocale",
          "placeSlug",
          "languages",
          "competences",
          "values",
          "isListed",
          "isPublic",
          "isIndexed",
          "welcomeStep",
        ],
        ...["joinedAt", "updatedAt"],
      ],
      rows: each(world, (...args) => [memberOf(...args)]),
    },
    { table: "MemberFieldAudience", columns: ["memberId", "field", "audience"], rows: each(world, audiencesOf) },
    {
      table: "Exchange",
      columns: ["id", "memberId", "side", "kind", "title", "locale", "competenceId", "untilOn", "createdAt"],
      rows: each(world, exchangesOf),
    },
  ];
}
