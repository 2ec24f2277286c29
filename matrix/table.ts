import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.join(import.meta.dirname, "table");

/** «do» an action, «see» a page or a file of the site, «ask» a query. */
export const VERBS = ["do", "see", "ask"] as const;
export type Verb = (typeof VERBS)[number];

export type Row = {
  readonly verb: Verb;
  readonly name: string;
  /** By kind of viewer, each written down. */
  readonly cells: ReadonlyMap<string, string>;
};
/** One state of a subject: its columns and its rows. */
export type Section = { readonly state: string; readonly kinds: readonly string[]; readonly rows: readonly Row[] };
export type Table = { readonly sections: readonly Section[] };

/**
 * Reads a table: `word = code` says what a short word stands for, `[state] kind kind …` begins a state with its columns, then
 * one row a line, a cell for each column. Nothing is assumed: a cell too few or too many, a row or a state twice, is an error.
 */
export function readTable(text: string): Table {
  const codes = new Map<string, string>();
  const sections: { state: string; kinds: string[]; rows: Row[] }[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const [first = "", second = "", ...rest] = line.split(/\s+/).filter(Boolean);
    if (first === "" || first === "#") continue;
    if (second === "=") codes.set(first, rest.join(" "));
    else if (first.startsWith("[")) sections.push(sectionOf(first, [second, ...rest], sections));
    else
      addRow(sections.at(-1), { at: at + 1, first, name: second, cells: rest.map((word) => codes.get(word) ?? word) });
  }
  return { sections };
}

function sectionOf(head: string, kinds: readonly string[], before: readonly Section[]) {
  const state = head.slice(1, -1);
  if (before.some((section) => section.state === state)) throw new Error(`the state ${state} is there twice`);
  return { state, kinds: [...kinds], rows: [] as Row[] };
}

type Line = { at: number; first: string; name: string; cells: readonly string[] };

function addRow(section: { kinds: string[]; rows: Row[] } | undefined, { at, first, name, cells }: Line): void {
  const verb = VERBS.find((one) => one === first);
  if (!section || !verb) throw new Error(`line ${at}: no row begins with «${first}» here`);
  const { kinds, rows } = section;
  if (cells.length !== kinds.length)
    throw new Error(`line ${at}: ${name} has ${cells.length} cells for ${kinds.length} kinds`);
  if (rows.some((row) => row.verb === verb && row.name === name)) throw new Error(`line ${at}: ${name} is there twice`);
  rows.push({ verb, name, cells: new Map(kinds.map((kind, i) => [kind, cells[i] ?? ""])) });
}

/** The tables by subject. */
export function readTables(folder = FOLDER): ReadonlyMap<string, Table> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return new Map(files.map((file) => [file.slice(0, -4), readTable(readFileSync(path.join(folder, file), "utf8"))]));
}
