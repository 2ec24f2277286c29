import type * as z from "zod";
import { ok, type Refusal, type Result } from "@/lib/core/result";
import type { Language } from "@/lib/taxonomy/types";
import { placeOf } from "../filter/rules";
import type { Filters } from "../types";
import { type PeopleRequest, peopleRequest } from "./schema";

const CODES = [
  "unknownParameter",
  "repeated",
  "characters",
  "tooLong",
  "tooMany",
  "unknownCompetence",
  "unknownPlace",
  "badAssociation",
  "unknownKind",
  "badCursor",
  "unknownLocale",
] as const;
export type RequestRefusal = `directory.${(typeof CODES)[number]}`;

/** Parameters as given: a text each, a list where one may repeat or does. An empty one is as good as none. */
function given(params: URLSearchParams, known: object): Record<string, string | string[]> {
  const texts = (name: string) => params.getAll(name).filter((text) => text !== "");
  const names = [...new Set(params.keys())].filter((name) => texts(name).length > 0 || !(name in known));
  const pick = (name: string) => (name === "competence" || texts(name).length > 1 ? texts(name) : texts(name)[0]);
  return Object.fromEntries(names.map((name) => [name, pick(name) ?? ""]));
}

/** What is asked of the list, or the first thing about it that cannot be. */
export function readRequest(params: URLSearchParams): Result<PeopleRequest, RequestRefusal> {
  return readParameters(peopleRequest, params);
}

/** What is asked in these parameters, whose messages are codes of the directory, or the first thing about it that cannot be. */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): Result<z.output<Schema>, RequestRefusal> {
  const parsed = schema.safeParse(given(params, schema.shape));
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  if (!issue) throw new Error("a refused query without an issue");
  return { ok: false, refusal: refusalOf(issue) };
}

function refusalOf(issue: z.core.$ZodIssue): Refusal<RequestRefusal> {
  if (issue.code === "unrecognized_keys") return { code: "directory.unknownParameter", field: issue.keys[0] ?? "" };
  const known = CODES.find((code) => code === issue.message);
  if (!known) throw new Error(`no code for «${issue.message}»`);
  const field = String(issue.path[0]);
  return {
    code: `directory.${known}`,
    field,
    ...(issue.code === "too_big" && { params: { max: Number(issue.maximum) } }),
  };
}

/** The language to answer in, even where the rest of the query is refused. */
export function languageAsked(params: URLSearchParams): Language {
  return params.get("locale") === "en" ? "en" : "it";
}

/** The same search as the page knows it. */
export function filtersOf({ q, competence, place, association, kind, cursor }: PeopleRequest): Filters {
  return {
    q: q.normalize("NFC").replace(/\s+/g, " ").trim(),
    competences: [...new Set(competence)],
    areas: [],
    place: place ? placeOf(place) : null,
    within: null,
    unknownTown: null,
    association: association ?? null,
    sides: kind ? [`${kind}s`] : [],
    ready: [],
    language: null,
    level: null,
    sort: "relevance",
    view: "list",
    after: cursor ?? null,
  };
}
