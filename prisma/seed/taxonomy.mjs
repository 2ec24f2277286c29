import { readFileSync } from "node:fs";
import pg from "pg";
import { asCommand } from "./command.mjs";

const folder = new URL("../../lib/taxonomy/data/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

/** Any number: instances that start together take turns. */
const LOCK = 7_260_001;

/** Inserts what is missing and mends what differs, in two statements, so that an unchanged table costs one read and no sequence values. */
function upsert(table, columns, types) {
  const names = columns.map((name) => `"${name}"`);
  const rows = `jsonb_to_recordset($1::jsonb) AS wanted(${names.map((name, i) => `${name} ${types[i]}`).join(", ")})`;
  const [, ...rest] = names;
  const differs = `(${rest.map((name) => `there.${name}`)}) IS DISTINCT FROM (${rest.map((name) => `wanted.${name}`)})`;
  const mend = `UPDATE "${table}" there SET ${rest.map((name) => `${name} = wanted.${name}`)} FROM ${rows}
    WHERE there."slug" = wanted."slug" AND ${differs}`;
  const insert = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM ${rows}
    WHERE NOT EXISTS (SELECT 1 FROM "${table}" there WHERE there."slug" = wanted."slug")`;
  return rest.length > 0 ? [mend, insert] : [insert];
}

function places({ regions, provinces, municipalities }) {
  const regionSlug = new Map(regions.map((region) => [region.code, region.slug]));
  const regionOf = new Map(provinces.map((province) => [province.code, regionSlug.get(province.region)]));
  return municipalities.map(({ slug, province, lat, lon }) => ({
    slug,
    provinceCode: province,
    regionSlug: regionOf.get(province),
    latitude: lat,
    longitude: lon,
  }));
}

function competences({ competences }) {
  return competences.map(({ slug, area, parent }) => ({ slug, areaSlug: area, parentSlug: parent ?? null }));
}

const TABLES = [
  { name: "Competence", columns: ["slug", "areaSlug", "parentSlug"], rows: () => competences(read("competences")) },
  {
    name: "Place",
    columns: ["slug", "provinceCode", "regionSlug", "latitude", "longitude"],
    types: ["text", "text", "text", "float8", "float8"],
    rows: () => places(read("places")),
  },
  { name: "Value", columns: ["slug"], rows: () => read("values").values.map(({ slug }) => ({ slug })) },
];

/** Takes away what is not wanted any more and adds what is missing, in a table that is all key. */
const mirror = (table, [one, other], wanted) => [
  `DELETE FROM "${table}" there WHERE NOT EXISTS (
     SELECT FROM (${wanted}) wanted WHERE wanted."${one}" = there."${one}" AND wanted."${other}" = there."${other}")`,
  `INSERT INTO "${table}" ("${one}", "${other}") SELECT DISTINCT "${one}", "${other}" FROM (${wanted}) wanted ON CONFLICT DO NOTHING`,
];

const ANCESTORS = mirror(
  "CompetenceAncestor",
  ["competenceId", "aboveId"],
  `WITH RECURSIVE lineage AS (
     SELECT "id" AS "competenceId", "id" AS "aboveId", "parentSlug" FROM "Competence"
     UNION ALL
     SELECT l."competenceId", p."id", p."parentSlug" FROM lineage l JOIN "Competence" p ON p."slug" = l."parentSlug"
   ) SELECT * FROM lineage`,
);

/** Labels and synonyms as words: letters and figures, folded, one space between. The same as directory_refresh reads headlines. */
const TERMS = mirror(
  "CompetenceTerm",
  ["term", "competenceId"],
  `SELECT btrim(regexp_replace(fold(t."term"), '[^a-z0-9]+', ' ', 'g')) AS "term", c."id" AS "competenceId"
     FROM jsonb_to_recordset($1::jsonb) AS t ("slug" text, "term" text) JOIN "Competence" c ON c."slug" = t."slug"
    WHERE fold(t."term") ~ '[a-z0-9]'`,
);

const termsOf = ({ competences }) =>
  competences.flatMap(({ slug, label, synonyms }) =>
    ["it", "en"].flatMap((language) => [label[language], ...synonyms[language]].map((term) => ({ slug, term }))),
  );

/**
 * Brings competences, places and values in line with lib/taxonomy/data, inside the caller's transaction, and what search reads of
 * them. Never deletes an entry that people may refer to. Where anything changed, search is out of line until `npm run reindex`.
 */
export async function seedTaxonomy(client) {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  const run = async (statement, ...values) => (await client.query(statement, values)).rowCount;
  let changed = 0;
  for (const { name, columns, types = columns.map(() => "text"), rows } of TABLES) {
    const wanted = JSON.stringify(rows());
    for (const statement of upsert(name, columns, types)) changed += await run(statement, wanted);
  }
  for (const statement of ANCESTORS) changed += await run(statement);
  for (const statement of TERMS) changed += await run(statement, JSON.stringify(termsOf(read("competences"))));
  return changed;
}

/** The same in a transaction and a connection of its own. */
export async function seedTaxonomyOf(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("BEGIN");
    const changed = await seedTaxonomy(client);
    await client.query("COMMIT");
    return changed;
  } finally {
    await client.end();
  }
}

await asCommand(import.meta.url, async (databaseUrl) => {
  const changed = await seedTaxonomyOf(databaseUrl);
  return changed === 0 ? "Taxonomy: nothing new." : `Taxonomy: ${changed} rows written.`;
});
