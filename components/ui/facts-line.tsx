import type { ReactNode } from "react";

/** Short facts side by side: place, people, since when. */
export function FactsLine({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <p className="row row--facts meta">
      {shown.map((fact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are positions of one line
        <span key={i} className="row row--tight">
          {fact}
        </span>
      ))}
    </p>
  );
}
