/** Words by which somebody asks for a place and what lies around it: then its whole province will do. */
const AROUND = /(^|\s)(zona|vicino|vicina|dintorni|near|around)(\s|$)/i;

/** Who of the base tables may be found by a class of viewers, by what of their profile (rules A2, PV1, PV2). */
const EXPECTED = `
  WITH RECURSIVE wanted AS (
    SELECT "id", "slug" FROM "Competence" WHERE "slug" = ANY ($1::text[])
    UNION SELECT c."id", c."slug" FROM "Competence" c JOIN wanted w ON c."parentSlug" = w."slug")
  SELECT m."handle", s.level
    FROM "Member" m
    JOIN "Account" a ON a."id" = m."accountId" AND a."suspendedAt" IS NULL
    CROSS JOIN LATERAL (SELECT max(h."level") AS level FROM competences_held(m."competences") h WHERE h."competenceId" IN (SELECT "id" FROM wanted)) s
    LEFT JOIN "Place" p ON p."slug" = m."placeSlug"
   WHERE CASE WHEN $5 THEN m."isListed" ELSE m."isPublic" END
     AND ($1::text[] = '{}' OR (s.level IS NOT NULL AND NOT EXISTS (SELECT FROM "MemberFieldAudience" f
          WHERE f."memberId" = m."id" AND f."field" = 'COMPETENCES' AND f."audience"::text <> ALL ($6))))
     AND ($2::text[] || $3::text[] || $4::text[] = '{}' OR ((p."slug" = ANY ($2) OR p."provinceCode" = ANY ($3) OR p."regionSlug" = ANY ($4))
          AND NOT EXISTS (SELECT FROM "MemberFieldAudience" f
          WHERE f."memberId" = m."id" AND f."field" = 'PLACE' AND f."audience"::text <> ALL ($6))))`;

const refsOf = (places, kind) => places.filter(({ type }) => type === kind).map(({ ref }) => ref);

/** Handle → best level of everybody whom such a viewer should find for a case; null for a case that names nobody to expect. */
export async function expectedOf(client, { query, expect }, { isMember }) {
  const { competences = [], places = [] } = expect;
  if (competences.length === 0 && places.length === 0) return null;
  const towns = refsOf(places, "municipality");
  const around = AROUND.test(query) ? await provincesOf(client, towns) : [];
  const provinces = [...refsOf(places, "province"), ...around];
  const open = isMember ? ["PUBLIC", "MEMBERS"] : ["PUBLIC"];
  const values = [competences, towns, provinces, refsOf(places, "region"), isMember, open];
  const { rows } = await client.query(EXPECTED, values);
  return new Map(rows.map(({ handle, level }) => [handle, level]));
}

async function provincesOf(client, towns) {
  const { rows } = await client.query('SELECT "provinceCode" AS code FROM "Place" WHERE "slug" = ANY ($1)', [towns]);
  return rows.map(({ code }) => code);
}
