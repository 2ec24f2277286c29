import { Children, isValidElement, type ReactNode } from "react";

type Names = Readonly<Record<string, string>>;
type Props = Readonly<Record<"name" | "label" | "children" | "rows", ReactNode>>;

/**
 * What the fields in a part of a form are called, by the name they send: read from what the page hands over, so that a summary
 * above them can say it before any of them is drawn. A field drawn by another component is not found, and goes without.
 */
export function namesIn(part: ReactNode): Names {
  return Object.fromEntries(Children.toArray(part).flatMap(entriesOf));
}

function entriesOf(node: ReactNode): [string, string][] {
  if (!isValidElement<Props>(node)) return [];
  const { name, label, children, rows } = node.props;
  const words = typeof name === "string" ? wordsOf(label).trim() : "";
  const own: [string, string][] = words ? [[String(name), words]] : [];
  return [...own, ...Object.entries({ ...namesIn(children), ...namesIn(rows) })];
}

/** The text of a label, links and all. */
function wordsOf(label: ReactNode): string {
  const words = Children.toArray(label).map((part) =>
    isValidElement<Props>(part) ? wordsOf(part.props.children) : String(part),
  );
  return words.join("");
}
