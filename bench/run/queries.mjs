import { chanceOf } from "../generator/chance.mjs";
import { identityOf, proseOf } from "../generator/person.mjs";

/** Ranks of popularity that a query may draw from. */
const POPULAR = [0, 20];
const MIDDLE = [100, 200];
const RARE = [400, 450];

const MAKERS = {
  plain: () => ({}),
  popular: (draw) => ({ competences: [draw.competence(POPULAR)] }),
  middle: (draw) => ({ competences: [draw.competence(MIDDLE)] }),
  rare: (draw) => ({ competences: [draw.competence(RARE)] }),
  two: (draw) => ({ competences: [draw.competence(POPULAR), draw.competence(MIDDLE)] }),
  three: (draw) => ({ competences: [draw.competence(POPULAR), draw.competence([20, 60]), draw.competence([60, 120])] }),
  placed: (draw) => ({ competences: [draw.competence(POPULAR)], place: draw.province() }),
  typed: (draw) => ({ q: `${draw.label(MIDDLE)} ${draw.town()}` }),
  text: (draw) => ({ q: draw.word() }),
  name: (draw) => ({ q: draw.name() }),
};

/** How often each kind comes in twenty queries. */
const SHARES = { plain: 1, popular: 4, middle: 3, rare: 3, two: 2, three: 2, placed: 1, typed: 1, text: 2, name: 1 };
const KINDS = Object.entries(SHARES).flatMap(([kind, share]) => Array(share).fill(kind));

function drawer(world, chance) {
  const { competences, place } = world.vocabulary;
  const from = ([low, high]) => competences[chance.between(low, Math.min(high, competences.length) - 1)];
  const someone = () => chance.below(world.members);
  const longWords = (text) => text.match(/\p{L}{7,}/gu) ?? [];
  return {
    competence: (ranks) => from(ranks).slug,
    label: (ranks) => from(ranks).label.it,
    province: () => place(chance).province,
    town: () => place(chance).name.it,
    name: () => identityOf(world, someone()).name,
    word: () => chance.pick(longWords(`${proseOf(world, someone()).about} insieme progetto`)).toLowerCase(),
  };
}

/** Queries as people might ask them, the same for the same seed: `{ kind, competences?, place?, q? }`. */
export function queriesOf(world, count) {
  return Array.from({ length: count }, (_, i) => {
    const chance = chanceOf(world.seed, "queries", i);
    const kind = KINDS[i % KINDS.length];
    return { kind, ...MAKERS[kind](drawer(world, chance)) };
  });
}

const address = (path, pairs) => {
  const query = new URLSearchParams(pairs.filter(([, value]) => value !== undefined)).toString();
  return query ? `${path}?${query}` : path;
};

/** Where the site shows a query as a page. */
export const pagePath = ({ q, competences = [], place }) =>
  address("/persone", [["q", q], ...competences.map((slug) => ["c", slug]), ["place", place]]);

/** Where it answers the same as JSON. */
export const jsonPath = ({ q, competences = [], place, cursor }) =>
  address("/api/v1/people", [
    ["q", q],
    ...competences.map((slug) => ["competence", slug]),
    ["place", place],
    ["cursor", cursor],
    ["locale", "it"],
  ]);

/** Profiles of people drawn evenly. */
export const profilePaths = (world, count) =>
  Array.from({ length: count }, (_, i) => {
    const n = chanceOf(world.seed, "profiles", i).below(world.members);
    return `/persone/${identityOf(world, n).handle}`;
  });
