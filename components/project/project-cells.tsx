"use client";

import { ProjectEmblem } from "@/components/ui/emblem";
import { Joined } from "@/components/ui/joined";
import { type Packed, unpack } from "@/components/ui/packed";
import { glyphsOf, State, Tiles } from "@/components/ui/tiles";
import { Who } from "@/components/ui/who";
import { Due } from "./due";
import type { ProjectLine } from "./project-line";

type ProjectCellsProps = {
  projects: Packed<readonly ProjectLine[]>;
  /** Path of the list in the language of the page: each project is one step below it. */
  path: string;
};

/** Projects as cells, an island as the people of the directory: what it draws is sent once, with the words it was drawn from. */
export function ProjectCells({ projects, path }: ProjectCellsProps) {
  return (
    <Joined look="people" isSoft>
      {unpack(projects).map((project) => (
        <ProjectCell key={project.slug} project={project} href={`${path}/${project.slug}`} />
      ))}
    </Joined>
  );
}

function ProjectCell({ project, href }: { project: ProjectLine; href: string }) {
  const { slug, title, purpose, lang, values, share, whose, count, seats } = project;
  return (
    <li>
      <Who
        isTop
        level={2}
        tile={<ProjectEmblem slug={slug} values={values} covered={share} side={64} />}
        name={<a href={href}>{title}</a>}
        lines={[whose, <Standing key="standing" project={project} />]}
      />
      <p lang={lang}>{purpose}</p>
      <div>
        <p className="row row--tight meta">
          <Tiles glyphs={glyphsOf({ full: count.full, empty: count.empty })} />
          <span>{count.words}</span>
        </p>
        {seats ? (
          <dl className="swap mt-4">
            <dt className="ask">{seats.head}</dt>
            <dd>{seats.words}</dd>
          </dl>
        ) : null}
      </div>
    </li>
  );
}

function Standing({ project: { tone, state, membersOnly, due } }: { project: ProjectLine }) {
  return (
    <span className="row row--tight">
      <State tone={tone}>{state}</State>
      {membersOnly ? <span>{membersOnly}</span> : null}
      {due ? (
        <span>
          <Due words={due} />
        </span>
      ) : null}
    </span>
  );
}
