import "server-only";
import { Prisma } from "./generated/client";

/** A part of a statement, with its values apart: parts compose, values never become text. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;
