import { createHash } from "node:crypto";
import { idOf, KINDS, stampOf } from "./calendar.mjs";
import { chanceOf, several } from "./chance.mjs";
import { memberId } from "./members.mjs";
import { placesOf } from "./sizes.mjs";

const CHARTER_VALUES = 5;
const DAY_MS = 86_400_000;
const CLAUSES = [
  ["RULE", "Ci si trova una volta al mese; chi manca lo dice prima."],
  ["COMMITMENT", "Ogni socio dedica del tempo a un progetto comune."],
  ["RULE", "Le spese sopra i cento euro si decidono insieme."],
  ["VALUE", "Chi esce lascia in ordine ciò di cui si occupava."],
];

/** The k-th association: its founder, its places in the list of members, the day it was founded. */
export function associationAt(world, k) {
  const members = placesOf(world, k);
  const chance = chanceOf(world.seed, "association", k);
  const foundedAt = world.calendar.within(chance, world.calendar.arrival(members[0]));
  return {
    id: idOf(KINDS.association, foundedAt, k),
    charterId: idOf(KINDS.charter, foundedAt, k),
    foundedAt,
    members,
  };
}

/** How one enters: most decide on applications, some are open, few invite. */
export const entryOf = ({ seed }, k) => (chanceOf(seed, "entry", k).is(0.3) ? "OPEN" : "APPLICATION");

function associationOf(world, k) {
  const { seed, vocabulary } = world;
  const chance = chanceOf(seed, "association words", k);
  const { id, foundedAt, members } = associationAt(world, k);
  const name = `${chance.pick(vocabulary.companies)} ${k + 1}`;
  const about = vocabulary.projectTitle(chance);
  const at = stampOf(foundedAt);
  const words = [name, about, `${about}, insieme.`, "Chi lavora da queste parti", ["Incontri", "Progetti comuni"]];
  const bounds = ["OPEN", entryOf(world, k), 1, 30, 30];
  return [id, `associazione-${k + 1}`, ...words, ["Propaganda"], "it", ...bounds, memberId(world, members[0]), at, at];
}

function associationPlacesOf(world, k) {
  const place = world.vocabulary.place(chanceOf(world.seed, "association place", k));
  return [[associationAt(world, k).id, place.slug, 0]];
}

const valuesOf = ({ seed, vocabulary }, k) =>
  several(vocabulary.value, CHARTER_VALUES, chanceOf(seed, "charter", k)).map(({ slug, meaning, deed }) => ({
    name: slug,
    meaning: meaning.it,
    shownBy: deed.it,
  }));

/** The same as charterHash of lib/association/rules.ts; a test compares them. */
export function charterHashOf(world, k) {
  const clauses = CLAUSES.map(([kind, text], i) => ({ number: i + 1, kind, text }));
  const canonical = JSON.stringify({ values: valuesOf(world, k), clauses });
  return createHash("sha256").update(canonical).digest("hex");
}

function charterOf(world, k) {
  const { id, charterId, foundedAt } = associationAt(world, k);
  return [charterId, id, 1, charterHashOf(world, k), stampOf(foundedAt - DAY_MS), 240, "MONTH", ""];
}

function charterValuesOf(world, k) {
  const { charterId, foundedAt } = associationAt(world, k);
  return valuesOf(world, k).map(({ name, meaning, shownBy }, position) => {
    const id = idOf(KINDS.charterValue, foundedAt, k * CHARTER_VALUES + position);
    return [id, charterId, position, name, "", meaning, shownBy];
  });
}

function clausesOf(world, k) {
  const { charterId, foundedAt } = associationAt(world, k);
  return CLAUSES.map(([kind, text], i) => {
    const id = idOf(KINDS.clause, foundedAt, k * CLAUSES.length + i);
    return [id, charterId, i + 1, kind, text];
  });
}

const each = (world, rowsOf) =>
  function* rows() {
    for (let k = 0; k < world.associations; k++) yield* rowsOf(world, k);
  };

/** The tables of associations and their charters. */
export function associationTables(world) {
  return [
    {
      table: "Association",
      columns: [
        ...[
          "id",
          "slug",
          "name",
          "tagline",
          "purpose",
          "forWhom",
          "weDo",
          "weDoNot",
          "contentLocale",
          "state",
          "entry",
        ],
        ...["decidersRequired", "reapplyCooldownDays", "decisionDays", "founderId", "foundedAt", "createdAt"],
      ],
      rows: each(world, (...args) => [associationOf(...args)]),
    },
    {
      table: "AssociationPlace",
      columns: ["associationId", "placeSlug", "position"],
      rows: each(world, associationPlacesOf),
    },
    {
      table: "Charter",
      columns: ["id", "associationId", "version", "hash", "publishedAt", "minMinutes", "minPeriod", "ruleNote"],
      rows: each(world, (...args) => [charterOf(...args)]),
    },
    {
      table: "CharterValue",
      columns: ["id", "charterId", "position", "valueSlug", "name", "meaning", "shownBy"],
      rows: each(world, charterValuesOf),
    },
    { table: "Clause", columns: ["id", "charterId", "number", "kind", "text"], rows: each(world, clausesOf) },
  ];
}
