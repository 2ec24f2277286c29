import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Step = {
  /** `#p2`: the section of the page. */
  readonly href: `#${string}`;
  readonly label: ReactNode;
  /** What it holds, or what it lacks. */
  readonly note?: ReactNode;
  readonly state: "done" | "current" | "todo" | "bad";
};

const CLASSES = { done: "done", bad: "bad", current: undefined, todo: undefined } as const;
const ICONS = { done: "done", bad: "warning", current: null, todo: null } as const;

/** The parts of a long form, with what is missing in each. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li
          key={step.href}
          className={CLASSES[step.state]}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <a href={step.href}>
            {step.label}
            <StepNote {...step} />
          </a>
        </li>
      ))}
    </ol>
  );
}

function StepNote({ note, state }: Step) {
  const icon = ICONS[state];
  if (!note) return null;
  return (
    <span className="meta">
      {icon ? <Icon name={icon} isSmall /> : null}
      {note}
    </span>
  );
}

type StepSectionProps = { id: string; number?: number | undefined; title: ReactNode; children: ReactNode };

/** One part of a long form. */
export function StepSection({ id, number, title, children }: StepSectionProps) {
  return (
    <section className="step" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {number === undefined ? null : <span className="step-n">{number}</span>}
        {title}
      </h2>
      {children}
    </section>
  );
}
