import type { Person } from "../types";
import { EXPORT_SCHEMA } from "./schema";
import type { ProjectToKeep } from "./types";

type Where = { readonly at: string; readonly addressOf: (slug: string) => string };
type Named = { readonly name: string; readonly handle: string };

/** Somebody by name and handle; null where whoever takes it may not learn who. */
const named = (person: Person): Named | null => person && { name: person.name, handle: person.handle };

/**
 * A project as data: papers, deliverables and needs in the form in which a proposal can be filled in again, then what was said
 * and done. Nothing that whoever takes it does not read on the pages, and of answers «non ora» none at all (rule PT3).
 */
export function dataOf(kept: ProjectToKeep, { at, addressOf }: Where) {
  const { project, lessons, links, tasks, entries, threads, meetings, notes } = kept;
  const { title, kind, purpose, forWhom, whyTogether, values, description, place, isMembersOnly, locale } = project;
  return {
    ...{ schema: EXPORT_SCHEMA, exportedAt: at, address: addressOf(project.slug) },
    papers: {
      ...{ title, kind, purpose, forWhom, whyTogether, values, description, place, isMembersOnly },
      ...{ contentLocale: locale, association: project.association?.slug ?? null },
    },
    deliverables: project.deliverables.map(({ id: _, ...line }) => line),
    needs: project.needs.map(({ id: _, sitters, ...line }) => line),
    people: peopleOf(project),
    course: { ...courseOf(project), lessons, links },
    tasks: tasks.map(({ title, words, state, due, doneOn, deliverable, owner }) => ({
      ...{ title, words, state, due, doneOn, deliverable, owner: named(owner) },
    })),
    decisions: entries.map(({ what, why, decidedOn, at, corrects, author }) => ({
      ...{ what, why, decidedOn, at, corrects, author: named(author) },
    })),
    meetings: meetings.map(({ title, startsAt, endsAt, place, link, isCancelled, calledBy, coming }) => ({
      ...{ title, startsAt, endsAt, place, link, isCancelled, calledBy: named(calledBy), coming: coming.map(named) },
    })),
    notes: notes.map(({ title, text, last }) => ({
      ...{ title, text, version: last.number, at: last.at, author: named(last.author) },
    })),
    discussion: threads.map(({ title, answers, ...first }) => ({ title, ...said(first), answers: answers.map(said) })),
    contributions: project.contributions.map(
      ({ title, kind, minutes, doneOn, person, confirmedBy, confirmedAt, isWithheld, evidenceUrl }) => ({
        ...{ title, kind, minutes, doneOn, person: named(person), confirmedBy: named(confirmedBy), confirmedAt },
        ...{ isWithheld, evidenceUrl },
      }),
    ),
  };
}

const said = ({ text, at, author, isWithdrawn }: Omit<ProjectToKeep["threads"][number], "title" | "answers">) => ({
  ...{ text, at, isWithdrawn, author: named(author) },
});

/** Who leads it, and who sits where. */
function peopleOf({ owner, needs }: ProjectToKeep["project"]) {
  const seats = needs.flatMap(({ title, sitters }) =>
    sitters.map(({ person, brings, competence }) => ({
      role: "SEAT",
      ...nobody(person),
      need: title,
      brings,
      competence,
    })),
  );
  return [{ role: "LEAD", ...nobody(owner) }, ...seats];
}

const nobody = (person: Person) => named(person) ?? { name: null, handle: null };

const courseOf = ({
  state,
  createdAt,
  startedAt,
  concludedAt,
  result,
  continues,
  coHosts,
  transitions,
}: ProjectToKeep["project"]) => ({
  ...{ state, createdAt, startedAt, concludedAt, result, continues: continues?.slug ?? null },
  coHosts: coHosts.map(({ slug, since }) => ({ slug, since })),
  transitions: transitions.map(({ id: _, ...line }) => line),
});
