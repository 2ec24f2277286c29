import type { ReactNode } from "react";
import { classNames } from "./class-names";

type TableProps = {
  /** Heads of the columns, in order. */
  heads: readonly string[];
  caption?: string | undefined;
  children: ReactNode;
  /** Below 48 rem the rows become blocks and each cell says its label. */
  isFolding?: boolean | undefined;
  className?: string | undefined;
};

export function Table({ heads, caption, children, isFolding = true, className }: TableProps) {
  return (
    <table className={classNames("table", isFolding && "table--fold", className)}>
      {caption ? <caption className="vh">{caption}</caption> : null}
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type TableCellProps = {
  children: ReactNode;
  /** Head of the column, said before the value when the table is folded; the first cell needs none. */
  label?: string | undefined;
  isMeta?: boolean | undefined;
};

export function TableCell({ children, label, isMeta = false }: TableCellProps) {
  return (
    <td data-label={label} className={isMeta ? "meta" : undefined}>
      {children}
    </td>
  );
}
