import type { ReactNode } from "react";
import { ValueTile } from "./emblem";
import { Tiles } from "./tiles";

export type ValueItem = {
  readonly slug: string;
  readonly label: ReactNode;
  /** What it means here. */
  readonly meaning?: ReactNode;
  readonly deeds?: readonly { readonly text: ReactNode; readonly when?: ReactNode }[];
  /** Said when there are no deeds yet, with the date of review. */
  readonly none?: ReactNode;
  /** The count that opens the whole list. */
  readonly end?: ReactNode;
};

/** Values in the order of the charter, each with the deeds that show it. */
export function ValuesList({ values }: { values: readonly ValueItem[] }) {
  return (
    <ol className="values">
      {values.map((value) => (
        <li key={value.slug}>
          <ValueTile value={value.slug} side={56} />
          <div>
            <h3>{value.label}</h3>
            {value.meaning ? <p>{value.meaning}</p> : null}
            <ValueDeeds {...value} />
          </div>
          {value.end ? <div className="meta">{value.end}</div> : null}
        </li>
      ))}
    </ol>
  );
}

function ValueDeeds({ deeds = [], none }: ValueItem) {
  if (deeds.length === 0) return none ? <p className="meta">{none}</p> : null;
  return (
    <ul className="deeds-mini">
      {deeds.map(({ text, when }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: deeds are listed once and never reorder
        <li key={i}>
          <Tiles glyphs={["full"]} />
          {text} {when ? <span className="meta">{when}</span> : null}
        </li>
      ))}
    </ul>
  );
}
