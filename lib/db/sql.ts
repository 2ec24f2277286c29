import "server-only";
import { Prisma } from "./generated/client";

/** A part of a statement, with its values apart: parts compose, values never become text. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;

/** A whole number or a truth of the code as text of a statement: a limit that is a value is not known to whoever plans. */
export const fixed = (value: number | boolean): Sql =>
  Prisma.raw(String(typeof value === "number" ? Math.trunc(value) : value));

/** How a statement begins whose best plan depends on its values: it is not prepared, so that each is planned for its own. */
export const PLANNED_EACH_TIME = "/* planned for its values */";

/** The same statement, planned for its values each time it is asked. */
export const plannedEachTime = (statement: Sql): Sql => sql`${Prisma.raw(PLANNED_EACH_TIME)} ${statement}`;
