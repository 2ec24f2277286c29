import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ValueTile } from "./emblem";
import { FactsLine } from "./facts-line";

export type NamedValue = { readonly slug: string; readonly label: string };

type MembershipCardProps = {
  /** The person's tile, at 160. */
  tile: ReactNode;
  name: ReactNode;
  lead?: ReactNode;
  facts?: readonly ReactNode[];
  /** At most three acts, full width, the wished one first. */
  actions?: ReactNode;
  values?: readonly NamedValue[];
  /** At the end of the strip: «Tessera n. 0118». */
  number?: ReactNode;
};

/** The card itself: it reads well on one black-and-white sheet. */
export function MembershipCard({ tile, name, lead, facts = [], actions, values = [], number }: MembershipCardProps) {
  const t = useTranslations("ui");
  return (
    <header className="card">
      <div className="card-tile">{tile}</div>
      <div className="card-main">
        <h1>{name}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        <FactsLine facts={facts} />
      </div>
      {actions ? <div className="card-act">{actions}</div> : null}
      {values.length > 0 || number ? (
        <div className="card-strip">
          {values.length > 0 ? (
            <ul className="card-values" aria-label={t("values")}>
              {values.map(({ slug, label }) => (
                <li key={slug} className="val">
                  <ValueTile value={slug} side={24} />
                  {label}
                </li>
              ))}
            </ul>
          ) : null}
          {number ? <span className="push meta">{number}</span> : null}
        </div>
      ) : null}
    </header>
  );
}
