import pg from "pg";
import { median } from "../measure/statistics.mjs";

const REPEATS = 3;
/** One of each degree of popularity, by rank. */
const RANKS = { popular: 3, middle: 150, rare: 420 };

/** A row for each competence of a person, as tables would hold them; the product has them in one row of the person. */
const TABLE = `
  DROP TABLE IF EXISTS bench_held;
  CREATE UNLOGGED TABLE bench_held AS
    SELECT m."id" AS "memberId", h."competenceId" FROM "Member" m, competences_held(m."competences") h;
  CREATE UNIQUE INDEX ON bench_held ("memberId", "competenceId");
  ANALYZE bench_held`;

/** What a directory without an index of its own would ask: counts by competence, region and province among who has one competence. */
const JOINS = `
  WITH hits AS MATERIALIZED (
    SELECT DISTINCT m."id", p."regionSlug", p."provinceCode"
      FROM "Member" m
      JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
      JOIN bench_held s ON s."memberId" = m."id"
      JOIN "Competence" c ON c."id" = s."competenceId"
      LEFT JOIN "Place" p ON p."slug" = m."placeSlug"
     WHERE m."isListed" AND (c."slug" = $1 OR c."parentSlug" = $1))
  SELECT 'competence' AS facet, c."slug" AS value, count(*)::int AS n
    FROM hits h JOIN bench_held s ON s."memberId" = h."id" JOIN "Competence" c ON c."id" = s."competenceId" GROUP BY 2
  UNION ALL SELECT 'region', "regionSlug", count(*)::int FROM hits GROUP BY 2
  UNION ALL SELECT 'province', "provinceCode", count(*)::int FROM hits GROUP BY 2
  UNION ALL SELECT 'all', NULL, count(*)::int FROM hits`;

/** Milliseconds that counting by joins takes for a popular, a middling and a rare competence, and how many people each has. */
export async function countByJoins({ url, world }) {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 });
  await client.connect();
  try {
    await client.query(TABLE);
    const counts = {};
    for (const [kind, rank] of Object.entries(RANKS))
      counts[kind] = await countOne(client, world.vocabulary.competences[rank].slug);
    await client.query("DROP TABLE bench_held");
    return counts;
  } finally {
    await client.end();
  }
}

async function countOne(client, slug) {
  const times = [];
  let people = 0;
  for (let i = 0; i < REPEATS; i++) {
    const began = performance.now();
    const { rows } = await client.query(JOINS, [slug]);
    times.push(performance.now() - began);
    people = rows.find(({ facet }) => facet === "all").n;
  }
  return { slug, people, milliseconds: median(times) };
}
