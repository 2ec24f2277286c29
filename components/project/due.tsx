import type { DueWords } from "./project-line";

/** «Prossima scadenza 19 nov 2026». */
export function Due({ words: { before, on, day } }: { words: DueWords }) {
  return (
    <>
      {before} <time dateTime={on}>{day}</time>
    </>
  );
}
