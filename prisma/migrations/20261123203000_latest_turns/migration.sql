-- The first page shows the projects for everybody by their latest turn: it reads the few it shows, not all.
CREATE INDEX project_latest_turn ON "Project" (COALESCE("concludedAt", "startedAt", "createdAt"))
  WHERE NOT "isMembersOnly" AND NOT "isWithheld" AND "state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE', 'COMPLETED');
