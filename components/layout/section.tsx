import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  title: ReactNode;
  /** At the end of the line of the title: a sentence or a link. */
  note?: ReactNode;
  isTitleHidden?: boolean | undefined;
  children: ReactNode;
};

/** A part of a page, named by its title and reachable by its id. */
export function Section({ id, title, note, isTitleHidden = false, children }: SectionProps) {
  const titleId = `${id}-title`;
  return (
    <section id={id} aria-labelledby={titleId}>
      {isTitleHidden ? (
        <h2 id={titleId} className="vh">
          {title}
        </h2>
      ) : (
        <div className="section-head">
          <h2 id={titleId}>{title}</h2>
          {note ? <div className="meta">{note}</div> : null}
        </div>
      )}
      {children}
    </section>
  );
}
