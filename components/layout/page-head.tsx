import type { ReactNode } from "react";
import { FactsLine } from "@/components/ui/facts-line";

type PageHeadProps = {
  title: ReactNode;
  /** At the end of the line: a sentence, or a link. */
  note?: ReactNode;
};

/** The head of a list, a desk, a form: the one h1 of the page. */
export function PageHead({ title, note }: PageHeadProps) {
  return (
    <div className="section-head">
      <h1>{title}</h1>
      {note ? <p className="meta">{note}</p> : null}
    </div>
  );
}

type IdentityHeadProps = {
  /** The emblem of a project; an association shows its floor above instead. */
  emblem?: ReactNode;
  title: ReactNode;
  /** One sentence. */
  lead?: ReactNode;
  /** Facts in a line. */
  facts?: readonly ReactNode[];
  /** The one primary act, and what stands by it. */
  actions?: ReactNode;
};

/** The head of a thing with a name: emblem, name, one sentence, facts in a line, one primary act. */
export function IdentityHead({ emblem, title, lead, facts = [], actions }: IdentityHeadProps) {
  return (
    <header className={emblem ? "title title--em" : "title"}>
      {emblem ? <div className="title-em">{emblem}</div> : null}
      <div>
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        <FactsLine facts={facts} />
      </div>
      {actions ? <div className="title-act">{actions}</div> : null}
    </header>
  );
}
