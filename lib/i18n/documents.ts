import "server-only";
import { createHash } from "node:crypto";
import en from "./messages/en";
import it from "./messages/it";

/** The texts one accepts by signing up, each with the day it was last changed (rule PV4). */
const VERSIONS = { terms: "2026-11-21", privacy: "2026-11-21" } as const;

type Site = Readonly<Record<string, unknown>>;

/** Their versions in force, with the hash of what they say in both languages. */
export function documentsInForce(): { document: string; version: string; hash: string }[] {
  return Object.entries(VERSIONS).map(([document, version]) => {
    const texts = [it.site as Site, en.site as Site].map((site) => site[document] ?? null);
    return { document, version, hash: createHash("sha256").update(JSON.stringify(texts)).digest("hex") };
  });
}
