"use client";

import { Seat } from "@/components/ui/emblem";
import { Joined } from "@/components/ui/joined";
import { type Packed, unpack } from "@/components/ui/packed";
import { Who } from "@/components/ui/who";
import { Why } from "@/components/ui/why";
import { Due } from "./due";
import type { HelpingLine } from "./helping-line";

/** Seats one could take, as cells; an island, as the cells of the list (`ProjectCells`). */
export function HelpingCells({ needs }: { needs: Packed<readonly HelpingLine[]> }) {
  return (
    <Joined isSoft>
      {unpack(needs).map((need) => (
        <HelpingCell key={need.id} need={need} />
      ))}
    </Joined>
  );
}

function HelpingCell({ need }: { need: HelpingLine }) {
  const { href, title, project, lang, association, kind, due, cause, more } = need;
  return (
    <li>
      <Who
        isTop
        level={3}
        tile={<Seat side={48} />}
        name={<a href={href}>{title}</a>}
        lines={[
          <span key="project">
            <span lang={lang}>{project}</span>
            {association ? ` · ${association}` : null}
          </span>,
          <span key="kind">
            {kind}
            {due ? (
              <>
                {" · "}
                <Due words={due} />
              </>
            ) : null}
          </span>,
        ]}
      />
      <Why cause={cause}>{more}</Why>
    </li>
  );
}
