import { KINDS, type Kind } from "./kinds";
import { listActions, listQueries, listRoutes } from "./registry";
import type { Subject } from "./subject";
import { application } from "./subjects/application";
import { approval } from "./subjects/approval";
import { association } from "./subjects/association";
import { beyond } from "./subjects/beyond";
import { bundle } from "./subjects/bundle";
import { care } from "./subjects/care";
import { commitment } from "./subjects/commitment";
import { contribution } from "./subjects/contribution";
import { covering } from "./subjects/covering";
import { decision } from "./subjects/decision";
import { exclusion } from "./subjects/exclusion";
import { idea } from "./subjects/idea";
import { invitation } from "./subjects/invitation";
import { joint } from "./subjects/joint";
import { offer } from "./subjects/offer";
import { opening } from "./subjects/opening";
import { own } from "./subjects/own";
import { project } from "./subjects/project";
import { promise } from "./subjects/promise";
import { report } from "./subjects/report";
import { result } from "./subjects/result";
import { role } from "./subjects/role";
import { site } from "./subjects/site";
import { task } from "./subjects/task";
import { trust } from "./subjects/trust";
import { vouch } from "./subjects/vouch";
import { work } from "./subjects/work";
import type { Row, Section, Table, Verb } from "./table";

/** Everything that has a table, by its name. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  ...{ association, application, vouch, invitation, opening, role, bundle, trust, care, decision, exclusion, report },
  ...{ site, own },
  ...{ idea, project, result, approval, covering, beyond, joint, task, work, offer, contribution, commitment, promise },
};

/** The export of an action, and what a row says after «:» of the form it sends. */
export const actionOf = (row: string) => `${row.split(":")[0]}Action`;

const namesOf = ({ acts, pages, open, asks }: Subject): Readonly<Record<Verb, readonly string[]>> => ({
  do: Object.keys(acts),
  see: pages,
  ask: [...Object.keys(open), ...Object.keys(asks)],
});

const lacking = (wanted: readonly string[], there: readonly string[], what: string) => [
  ...wanted.filter((one) => !there.includes(one)).map((one) => `${one}: no row in ${what}`),
  ...there.filter((one) => !wanted.includes(one)).map((one) => `${one}: in ${what}, and is not there`),
];

/** What the tables lack or have too much: towards the write surface, the routes and the queries as they stand in the tree. */
export function faultsOf(tables: ReadonlyMap<string, Table>): string[] {
  const names = Object.values(SUBJECTS).map(namesOf);
  const all = (verb: Verb) => [...new Set(names.flatMap((one) => one[verb]))];
  return [
    ...lacking(
      listActions().map(({ name }) => name),
      [...new Set(all("do").map(actionOf))],
      "any subject",
    ),
    ...lacking(listRoutes(), all("see"), "any subject"),
    ...lacking(listQueries(), all("ask"), "any subject"),
    ...lacking(Object.keys(SUBJECTS), [...tables.keys()], "the tables"),
    ...[...tables].flatMap(([name, { sections }]) => sections.flatMap((section) => faultsOfSection(name, section))),
  ];
}

function faultsOfSection(name: string, { state, kinds, rows }: Section): string[] {
  const subject = SUBJECTS[name];
  if (!subject) return [];
  const where = `${name} [${state}]`;
  const rowsOf = (verb: Verb) => rows.filter((row) => row.verb === verb).map((row) => row.name);
  return [
    ...lacking([...Object.keys(KINDS), ...subject.near], kinds, `the columns of ${where}`),
    ...(["do", "see", "ask"] as const).flatMap((verb) => lacking(namesOf(subject)[verb], rowsOf(verb), where)),
  ];
}

export type Case = { readonly subject: Subject; readonly name: string; readonly state: string; readonly row: Row };

/** Every row of every table, for a level that tries these verbs. */
export function casesOf(tables: ReadonlyMap<string, Table>, verbs: readonly Verb[]): Case[] {
  return [...tables].flatMap(([name, { sections }]) => {
    const subject = SUBJECTS[name];
    if (!subject) return [];
    return sections.flatMap(({ state, rows }) =>
      rows.filter(({ verb }) => verbs.includes(verb)).map((row) => ({ subject, name, state, row })),
    );
  });
}

export type Differing = { readonly kind: Kind; readonly written: string; readonly found: string };
