"use client";

import { ProjectEmblem } from "@/components/ui/emblem";
import { Ledger, ProjectRow } from "@/components/ui/ledger";
import { State, type Tone } from "@/components/ui/tiles";

/** A project of one's own in words and signs. */
type ProjectRowLine = {
  readonly slug: string;
  readonly title: string;
  /** What its emblem is drawn from. */
  readonly values: readonly string[];
  readonly covered: number;
  /** What one is in it. */
  readonly line: string;
  readonly tone: Tone;
  readonly state: string;
};

type ProjectRowsProps = {
  projects: readonly ProjectRowLine[];
  /** Path of the list of projects in the language of the page: each project is one step below it. */
  path: string;
};

/** One's own projects as rows; an island, as the cells of the list (`ProjectCells`). */
export function ProjectRows({ projects, path }: ProjectRowsProps) {
  return (
    <Ledger look="projects" isSoft>
      {projects.map(({ slug, title, values, covered, line, tone, state }) => (
        <ProjectRow
          key={slug}
          emblem={<ProjectEmblem slug={slug} values={values} covered={covered} side={48} />}
          name={<a href={`${path}/${slug}`}>{title}</a>}
          line={line}
          state={<State tone={tone}>{state}</State>}
        />
      ))}
    </Ledger>
  );
}
