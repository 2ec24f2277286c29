import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
const ACTIONS = "app/_actions";
const ROOMS = ["association", "membership", "contribution", "project", "decision", "moderation"];
/** Steps after another query, or before: whoever asks has been found to read what they ask about. */
const STEPS = [
  ...["membership/sight.findAnsweringFor", "membership/conversation.listMessages"],
  ...["membership/confirmation.findConfirmation", "contribution/record.findRecord"],
  ...["project/thanks.readThanks", "project/note.listWholeNotes"],
  // A profile, of the room of people; what hangs on it is judged in its own tests (lib/project/signature).
  "project/person.findPerson",
  "moderation/report.findOwnWithheld",
];

const filesBelow = (folder: string, name: RegExp) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => `${folder}/${file}`)
    .sort();

const textOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

export type Action = { readonly file: string; readonly name: string };

/** Every action of the write surface, by its export; e2e/registry.spec.ts holds the same list against the build. */
export function listActions(): Action[] {
  return filesBelow(ACTIONS, /^[a-z-]+(?<!\.test)\.ts$/)
    .filter((file) => /^"use server";/m.test(textOf(file)))
    .flatMap((file) => found(textOf(file), /^export (?:const|async function) (\w+)/gm).map((name) => ({ file, name })));
}

/** Every page by its route, «/associations/[slug]», and every route handler by its path, «/api/v1/people». */
export function listRoutes(): string[] {
  const files = filesBelow("app", /(^|\/)(page\.tsx|route\.ts)$/);
  return files.map(
    (file) =>
      file
        .slice("app".length)
        .replace(/\/(page\.tsx|route\.ts)$/, "")
        .replace(/\/\[locale\]|\/\([a-z]+\)/g, "") || "/",
  );
}

/** Every query of the rooms that associations live in that asks who looks: «membership/role.findRoleDesk». */
export function listQueries(): string[] {
  return ROOMS.flatMap((room) => filesBelow(`lib/${room}`, /(^|\/)queries\.ts$/))
    .flatMap((file) => found(textOf(file), QUERY).map((name) => `${path.dirname(file).slice("lib/".length)}.${name}`))
    .filter((query) => !STEPS.includes(query));
}

const QUERY =
  /^export (?:(?:async )?function |const )((?:find|list|count|glimpse|may)[A-Z]\w*)(?: = (?:async )?)?\([^)]*?: (?:Actor|Viewer)\b/gm;
