import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { PersonTile } from "./emblem";
import type { Sitter } from "./feasibility";
import { type Glyph, Tiles } from "./tiles";

/** What waits for a decision, the nearest date first. Children are `DeskItem`s. */
export function DeskQueue({ children }: { children: ReactNode }) {
  return <ul>{children}</ul>;
}

type DeskItemProps = {
  href: ComponentProps<typeof Link>["href"];
  person: Sitter;
  line?: ReactNode;
  /** One square for each answer, and the same in words. */
  answers?: { readonly glyphs: readonly Glyph[]; readonly words: string };
  due?: ReactNode;
  isCurrent?: boolean | undefined;
};

export function DeskItem({ href, person, line, answers, due, isCurrent }: DeskItemProps) {
  return (
    <li>
      <Link href={href} aria-current={isCurrent ? "true" : undefined}>
        <PersonTile slug={person.handle} {...person} side={40} />
        <span>
          <b>{person.name}</b>
          {line ? <span className="meta">{line}</span> : null}
          {answers ? (
            <span className="row row--near">
              <Tiles glyphs={answers.glyphs} />
              <span className="caption">{answers.words}</span>
            </span>
          ) : null}
        </span>
        {due ? <span className="desk-due caption">{due}</span> : null}
      </Link>
    </li>
  );
}

/** A conversation, oldest first. Children are `Remark`s; the form to answer follows it. */
export function Talk({ children }: { children: ReactNode }) {
  return <ul className="talk">{children}</ul>;
}

export function Remark({ person, when, children }: { person: Sitter; when: ReactNode; children: ReactNode }) {
  return (
    <li>
      <PersonTile slug={person.handle} {...person} side={32} />
      <div>
        <p>
          <b>{person.name}</b> <span className="caption">{when}</span>
        </p>
        <p className="remark">{children}</p>
      </div>
    </li>
  );
}
