import { pathToFileURL } from "node:url";

/** Something the person who runs a seed can put right, in one sentence. */
export class Refusal extends Error {}

/** Runs the file's body with DATABASE_URL when it is the one node was started with; a refusal becomes one sentence and exit code 1. */
export async function asCommand(fileUrl, body) {
  if (fileUrl !== pathToFileURL(process.argv[1] ?? "").href) return;
  try {
    if (!process.env.DATABASE_URL) throw new Refusal("DATABASE_URL is not set.");
    console.log(await body(process.env.DATABASE_URL));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
