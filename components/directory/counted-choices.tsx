import { FacetChoice } from "@/components/layout/facets";

const SHOWN = 6;

type Choice = { readonly slug: string; readonly label: string; readonly count: number };

type CountedChoicesProps = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** «Altri 12», over those that are folded away. */
  more: (count: number) => string;
};

/** Checkboxes with counts: what is chosen, then what would leave most people; the rest folded away. */
export function CountedChoices({ name, legend, choices, chosen, more }: CountedChoicesProps) {
  const ticked = choices.filter(({ slug }) => chosen.includes(slug));
  const others = choices
    .filter(({ slug, count }) => count > 0 && !chosen.includes(slug))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  const shown = [...ticked, ...others.slice(0, Math.max(0, SHOWN - ticked.length))];
  const folded = others.slice(Math.max(0, SHOWN - ticked.length));
  const draw = ({ slug, label, count }: Choice) => (
    <FacetChoice key={slug} name={name} value={slug} label={label} count={count} isOn={chosen.includes(slug)} />
  );
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      {shown.map(draw)}
      {folded.length > 0 ? (
        <details className="more">
          <summary className="meta">{more(folded.length)}</summary>
          {folded.map(draw)}
        </details>
      ) : null}
    </fieldset>
  );
}
