import * as z from "zod";

/** What the first line of a project taken out says: the shape, by its name and number. Described in docs/operations.md. */
export const EXPORT_SCHEMA = "tessera.project/1";

/** The files a project can be taken with. */
export const EXPORT_FILES = ["project.json", "needs.csv", "tasks.csv", "contributions.csv"] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];
export const exportFile = z.enum(EXPORT_FILES);
