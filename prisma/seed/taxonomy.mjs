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

/**
 * Brings competences, places and values in line with lib/taxonomy/data, inside the caller's transaction.
 * Never deletes: people may refer to an entry that the files no longer list.
 */
export async function seedTaxonomy(client) {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  let changed = 0;
  for (const { name, columns, types = columns.map(() => "text"), rows } of TABLES) {
    const wanted = JSON.stringify(rows());
    for (const statement of upsert(name, columns, types)) changed += (await client.query(statement, [wanted])).rowCount;
  }
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
