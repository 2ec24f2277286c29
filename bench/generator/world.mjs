import { associationTables } from "./associations.mjs";
import { calendarOf } from "./calendar.mjs";
import { memberTables } from "./members.mjs";
import { membershipTables } from "./memberships.mjs";
import { projectTables } from "./projects.mjs";
import { sessionTables } from "./sessions.mjs";
import { vocabularyOf } from "./vocabulary.mjs";

/** What makes a world what it is. The same values give the same rows; without contributions nobody sits in a project either. */
export const DEFAULTS = {
  ...{ seed: 1, day: "2026-11-21", members: 10_000, associations: 2000 },
  ...{ projects: 20_000, contributions: 0 },
};

/** A world to be generated: its parameters, its calendar, its words. */
export function worldOf(parameters, competenceIds) {
  const { seed, day, members } = parameters;
  return { ...parameters, calendar: calendarOf(day, members), vocabulary: vocabularyOf(seed, competenceIds) };
}

/** Every table of a world, in an order in which keys point backwards. */
export function tablesOf(world) {
  return [memberTables, sessionTables, associationTables, membershipTables, projectTables].flatMap((part) =>
    part(world),
  );
}
