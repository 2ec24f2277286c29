"use client";

import { type Packed, unpack } from "@/components/ui/packed";
import { FacetChoice } from "./facets";

export type Choice = {
  readonly slug: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isOn?: boolean | undefined;
};

type CountedChoicesProps = {
  name: string;
  legend: string;
  choices: Packed<{ shown: readonly Choice[]; folded?: readonly Choice[] }>;
  /** «Altri 12», over those that are folded away. */
  more?: string;
};

/** Checkboxes with counts: what is chosen, then what would leave most; the rest folded away. An island: its words are sent once. */
export function CountedChoices({ name, legend, choices, more }: CountedChoicesProps) {
  const { shown, folded = [] } = unpack(choices);
  const draw = ({ slug, label, count, isOn }: Choice) => (
    <FacetChoice key={slug} name={name} value={slug} label={label} count={count} isOn={isOn} />
  );
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      {shown.map(draw)}
      {folded.length > 0 ? (
        <details className="more">
          <summary className="meta">{more}</summary>
          {folded.map(draw)}
        </details>
      ) : null}
    </fieldset>
  );
}
