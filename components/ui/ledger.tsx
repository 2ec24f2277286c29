import type { ReactNode } from "react";
import { classNames } from "./class-names";

type LedgerProps = {
  children: ReactNode;
  look?: "tight" | "projects" | undefined;
  /** Plain links inside are followed without loading the page anew (`SoftLinks`). */
  isSoft?: boolean;
};

/** Ruled rows, each a list item. */
export function Ledger({ children, look, isSoft }: LedgerProps) {
  const looks = [look === "tight" && "ledger--tight", look === "projects" && "projects"];
  return (
    <ul className={classNames("ledger", ...looks)} data-soft={isSoft ? "" : undefined}>
      {children}
    </ul>
  );
}

type ProjectRowProps = { emblem: ReactNode; name: ReactNode; line?: ReactNode; state: ReactNode; note?: ReactNode };

/** A row of `<Ledger look="projects">`: emblem, name and purpose, then how far it is. */
export function ProjectRow({ emblem, name, line, state, note }: ProjectRowProps) {
  return (
    <li>
      {emblem}
      <div>
        <h3 className="name">{name}</h3>
        {line ? <p className="meta">{line}</p> : null}
      </div>
      <p>
        {state}
        {note ? <span className="meta">{note}</span> : null}
      </p>
    </li>
  );
}

/** Things that wait for an act, the nearest first. */
export function Todo({ children }: { children: ReactNode }) {
  return <ul className="todo">{children}</ul>;
}

type TodoItemProps = { emblem: ReactNode; title: ReactNode; children?: ReactNode; due?: ReactNode; actions: ReactNode };

export function TodoItem({ emblem, title, children, due, actions }: TodoItemProps) {
  return (
    <li>
      <span className="todo-em">{emblem}</span>
      <div>
        <p>
          <b>{title}</b>
        </p>
        {children ? <p className="meta">{children}</p> : null}
      </div>
      <div className="todo-act">
        {due}
        <div className="row row--tight">{actions}</div>
      </div>
    </li>
  );
}

/** What happened: when, whose, what came of it. */
export function Deeds({ children }: { children: ReactNode }) {
  return <ul className="deeds">{children}</ul>;
}

type DeedProps = { when: ReactNode; emblem: ReactNode; title: ReactNode; children?: ReactNode; where?: ReactNode };

export function Deed({ when, emblem, title, children, where }: DeedProps) {
  return (
    <li>
      <span className="meta">{when}</span>
      {emblem}
      <div>
        <p>
          <b>{title}</b> {children}
        </p>
        {where ? <p className="meta">{where}</p> : null}
      </div>
    </li>
  );
}
