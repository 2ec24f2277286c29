import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type ClauseItem = {
  readonly id: string;
  readonly kind: "VALUE" | "RULE" | "COMMITMENT";
  readonly text: ReactNode;
};

type CharterListProps = {
  clauses: readonly ClauseItem[];
  /** In a box of its own, where the charter is read before a yes. */
  isBoxed?: boolean | undefined;
};

/** Numeral, kind, clause. */
export function CharterList({ clauses, isBoxed = false }: CharterListProps) {
  const t = useTranslations("ui");
  const list = (
    <ol className="charter">
      {clauses.map(({ id, kind, text }) => (
        <li key={id}>
          <span className="kind">{t(`clause.${kind}`)}</span>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
  if (!isBoxed) return list;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="charter-box" tabIndex={0} aria-label={t("charterText")}>
      {list}
    </section>
  );
}
