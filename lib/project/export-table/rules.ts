import { csvOf } from "@/lib/core/csv";
import { dayOf } from "@/lib/core/duration";
import { competenceLabel } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";
import type { ExportFile } from "../export/schema";
import type { ProjectToKeep } from "../export/types";
import type { Person } from "../types";

export type TableFile = Exclude<ExportFile, "project.json">;

const NEEDS = ["need", "needKind", "competence", "seats", "taken", "isCritical", "due", "hours", "people"] as const;
const TASKS = ["task", "state", "due", "doneOn", "owner", "deliverable", "words"] as const;
const DEEDS = ["doneOn", "person", "deedKind", "deed", "minutes", "confirmedBy", "confirmedOn"] as const;
/** The columns of each file, in order; each is a word of `project.export.column`. */
export const COLUMNS = { "needs.csv": NEEDS, "tasks.csv": TASKS, "contributions.csv": DEEDS } as const;
export type Column = (typeof COLUMNS)[TableFile][number];

type Words = {
  readonly language: Language;
  readonly headOf: (column: Column) => string;
  readonly yesNo: (is: boolean) => string;
  readonly kindOf: (need: ProjectToKeep["project"]["needs"][number]["kind"]) => string;
  readonly stateOf: (task: ProjectToKeep["tasks"][number]["state"]) => string;
  readonly deedOf: (deed: ProjectToKeep["project"]["contributions"][number]["kind"]) => string;
};

/** One of the files of a project as CSV, under heads in the language of whoever takes it; no cell is a formula. */
export function tableOf(file: TableFile, kept: ProjectToKeep, words: Words): string {
  const rows = { "needs.csv": needsOf, "tasks.csv": tasksOf, "contributions.csv": deedsOf }[file](kept, words);
  return csvOf([COLUMNS[file].map(words.headOf), ...rows]);
}

const nameOf = (person: Person) => person?.name ?? "";
const number = (value: number | null) => (value === null ? "" : String(value));

const needsOf = ({ project }: ProjectToKeep, { language, kindOf, yesNo }: Words) =>
  project.needs.map(({ title, kind, competence, seats, accepted, isCritical, due, minutes, sitters }) => [
    ...[title, kindOf(kind), competence ? competenceLabel(competence, language) : "", String(seats), String(accepted)],
    ...[yesNo(isCritical), due ?? "", number(minutes && minutes / 60)],
    sitters.map(({ person }) => nameOf(person)).join(" | "),
  ]);

const tasksOf = ({ tasks }: ProjectToKeep, { stateOf }: Words) =>
  tasks.map(({ title, state, due, doneOn, owner, deliverable, words }) => [
    ...[title, stateOf(state), due ?? "", doneOn ?? "", nameOf(owner), deliverable ?? "", words],
  ]);

const deedsOf = ({ project }: ProjectToKeep, { deedOf }: Words) =>
  project.contributions.map(({ doneOn, person, kind, title, minutes, confirmedBy, confirmedAt }) => [
    ...[
      doneOn,
      nameOf(person),
      deedOf(kind),
      title,
      number(minutes),
      nameOf(confirmedBy),
      dayOf(new Date(confirmedAt)),
    ],
  ]);
