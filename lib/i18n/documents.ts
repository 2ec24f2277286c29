import "server-only";
import { createHash } from "node:crypto";
import en from "./messages/en";
import it from "./messages/it";

/** The texts one accepts by signing up, each with the day it was last changed (rule PV4). */
const VERSIONS = { terms: "2026-11-21", privacy: "2026-11-22" } as const;

/** The texts are code: what they hash to is found once for a process, not for each page that asks what is in force. */
const IN_FORCE = (["terms", "privacy"] as const).map((document) => {
  const texts = JSON.stringify([it.site[document], en.site[document]]);
  return { document, version: VERSIONS[document], hash: createHash("sha256").update(texts).digest("hex") };
});

/** Their versions in force, with the hash of what they say in both languages. */
export const documentsInForce = (): readonly (typeof IN_FORCE)[number][] => IN_FORCE;
