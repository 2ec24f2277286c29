import type * as z from "zod";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import { isCleanText } from "@/lib/core/text";
import type { FormValues } from "@/lib/form/form-state";
import { inputOf, refusalsOf } from "@/lib/form/reading";
import { placeWithProvince } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import { areDatesAhead } from "../rules";
import { PROJECT_LISTS, proposeInput } from "../schema";
import { type ImportedProject, importedProject } from "./schema";

export type ImportRefusal =
  | "project.importUnreadable"
  | "project.importNotOurs"
  | "project.importShape"
  | "project.importUnknown"
  | "project.importTooLong"
  | "project.importTooShort"
  | "project.importMissing"
  | "project.importTooMany"
  | "project.importPast"
  | "project.importCharacters"
  | "project.importValue";

type Reading = {
  /** Language in which the form is read: it writes competences and places by their names. */
  readonly language: Language;
  readonly today: string;
  /** Where whoever proposes may do so, and the values they may serve. */
  readonly associations: readonly string[];
  readonly values: readonly string[];
  /** Leaves out days that have gone by, in place of refusing them. */
  readonly isWithoutPast: boolean;
};

/** What a form starts from, and the values that have no home where it is read. */
export type Refill = { readonly values: FormValues; readonly leftOut: readonly string[] };

/**
 * What the form of a proposal starts from, of a text nobody vouches for. It passes what the form itself must pass, now, or is
 * refused as a whole with the place in the file: a form is never half filled.
 */
export function refillOf(text: string, reading: Reading): Result<Refill, ImportRefusal> {
  const given = parsed(text);
  if (given === undefined) return refuse("project.importUnreadable", { field: "file" });
  const file = importedProject.safeParse(given);
  if (!file.success) return notOfShape(file.error.issues[0]);
  const leftOut = file.data.papers.values.filter((value) => !reading.values.includes(value));
  const values = valuesOf(file.data, reading);
  const refusal = faultOf(values, reading);
  return refusal ? { ok: false, refusal } : ok({ values, leftOut });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** Another file altogether, more rows than the form has, or something of another type. */
function notOfShape(issue: z.core.$ZodIssue | undefined) {
  const path = issue?.path ?? [];
  if (path.length === 0 || path[0] === "schema") return no("project.importNotOurs");
  return issue?.code === "too_big"
    ? no("project.importTooMany", path, { max: Number(issue.maximum) })
    : no("project.importShape", path);
}

/** «needs[1].title», as one looks for it in the file. */
const placeOf = (path: readonly PropertyKey[]) =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${String(step)}`)).join("");

function no(code: ImportRefusal, path: readonly PropertyKey[] = [], params: Record<string, number> = {}) {
  return refuse(code, { field: "file", params: { ...params, ...(path.length > 0 && { where: placeOf(path) }) } });
}

/** The fields of the form, each as a browser would send it. */
function valuesOf({ papers, deliverables, needs }: ImportedProject, reading: Reading): FormValues {
  const { language, associations, today, isWithoutPast } = reading;
  const due = (day: string) => (isWithoutPast && /^\d{4}-\d\d-\d\d$/.test(day) && day < today ? "" : day);
  const { values, association, isMembersOnly, place, ...words } = papers;
  const home = associations.includes(association) ? association : "";
  const texts = {
    ...{ ...words, association: home, place: place && placeWithProvince(place, language) },
    ...(home && isMembersOnly && { isMembersOnly: "on" }),
    ...rowsOf("deliverables", deliverables, (line) => ({ title: line.title, due: due(line.due) })),
    ...rowsOf("needs", needs, ({ title, kind, competence, seats, isCritical, minutes, ...line }) => ({
      ...{ title, kind, seats: String(seats), due: due(line.due) },
      ...{ competence: competence && competenceLabel(competence, language) },
      hours: typeof minutes === "number" ? String(minutes / 60) : "",
      ...(isCritical && { isCritical: "on" }),
    })),
  };
  const served = values.filter((value) => reading.values.includes(value));
  return { ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value]])), values: served };
}

function rowsOf<T>(name: string, rows: readonly T[], fieldsOf: (row: T) => Readonly<Record<string, string>>) {
  return Object.fromEntries(
    rows.flatMap((row, i) => Object.entries(fieldsOf(row)).map(([field, value]) => [`${name}.${i}.${field}`, value])),
  );
}

/** What the form would refuse of it, said of the file; null when it would take it. */
function faultOf(values: FormValues, { today }: Reading): Refusal<ImportRefusal> | null {
  const unclean = Object.entries(values).find(([, all]) => !all.every(isCleanText));
  if (unclean) return at("project.importCharacters", unclean[0]);
  const form = new FormData();
  for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
  const input = proposeInput.safeParse(inputOf(form, PROJECT_LISTS));
  if (!input.success) {
    const [first] = refusalsOf(input.error.issues);
    return at(
      CODES[first?.code.replace("validation.", "") ?? ""] ?? "project.importValue",
      first?.field,
      first?.params,
    );
  }
  const dates = areDatesAhead(input.data, today);
  return dates.ok ? null : at("project.importPast", dates.refusal.field);
}

const CODES: Readonly<Record<string, ImportRefusal>> = {
  choose: "project.importUnknown",
  tooLong: "project.importTooLong",
  tooShort: "project.importTooShort",
  required: "project.importMissing",
  tooMany: "project.importTooMany",
};

/** A field of the form as its place in the file: hours stand there as minutes, words below the papers. */
function at(code: ImportRefusal, field = "", params: Refusal["params"] = {}): Refusal<ImportRefusal> {
  const path = field.replace(/hours$/, "minutes").split(".");
  const [list = "", ...rest] = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const where = placeOf(list === "needs" || list === "deliverables" ? [list, ...rest] : ["papers", list, ...rest]);
  return { code, field: "file", params: { max: 0, min: 0, ...params, where } };
}
