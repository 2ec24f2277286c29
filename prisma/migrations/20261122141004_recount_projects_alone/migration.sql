-- Two statements see two moments: nobody writes projects in between.
CREATE OR REPLACE FUNCTION recount_projects() RETURNS void LANGUAGE sql AS $$
  LOCK TABLE "Project" IN SHARE ROW EXCLUSIVE MODE;
  UPDATE "Need" n SET "provinceCode" = l."provinceCode" FROM "Project" p LEFT JOIN "Place" l ON l."slug" = p."placeSlug"
   WHERE p."id" = n."projectId" AND n."provinceCode" IS DISTINCT FROM l."provinceCode";
  DELETE FROM "ProjectTally";
  INSERT INTO "ProjectTally" ("state", "kind", "n")
  SELECT "state", "kind", count(*) FROM "Project" WHERE NOT "isMembersOnly" AND NOT "isWithheld" GROUP BY 1, 2;
$$;
