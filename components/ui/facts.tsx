import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Fact = { readonly term: string; readonly value: ReactNode };

type FactsProps = { facts: readonly Fact[]; look?: "stack" | "inline" | undefined };

/** Terms and values: side by side, one above the other, or all in a line. */
export function Facts({ facts, look }: FactsProps) {
  return (
    <dl className={classNames("facts", look === "stack" && "facts--stack", look === "inline" && "facts--inline")}>
      {facts.map(({ term, value }) =>
        look === "inline" ? (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ) : (
          <FactPair key={term} term={term} value={value} />
        ),
      )}
    </dl>
  );
}

function FactPair({ term, value }: Fact) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
