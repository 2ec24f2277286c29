import { useTranslations } from "next-intl";
import { Prose } from "@/components/ui/prose";
import { Tiles } from "@/components/ui/tiles";
import { isSubjected } from "@/lib/decision/rules";
import type { DecisionKind, DecisionView, OptionView } from "@/lib/decision/types";
import { Label } from "./ballot-form";

const TILES_MAX = 60;

/** How the ballots fell, where that is shown; and what was objected. */
export function Results({ view }: { view: DecisionView }) {
  const t = useTranslations("decision");
  const { options, objections, state, outcome, secrecy, kind } = view;
  const isShown = options.some(({ votes }) => votes !== null);
  return (
    <div className="stack">
      {outcome ? (
        <p className="lead">
          {t(isSubjected(kind) && outcome !== "TIED" ? `on.${kind}.outcomeNote.${outcome}` : `outcomeNote.${outcome}`)}
        </p>
      ) : null}
      {isShown ? (
        <ul className="stack">
          {options.map((option) => (
            <Count key={option.id} option={option} kind={kind} />
          ))}
        </ul>
      ) : (
        <p className="meta">{t(state === "CLOSED" && secrecy === "SECRET" ? "fewSecret" : "hidden")}</p>
      )}
      {objections.length > 0 ? <Objections objections={objections} locale={view.locale} /> : null}
    </div>
  );
}

function Count({ option, kind }: { option: OptionView; kind: DecisionKind }) {
  const t = useTranslations("decision");
  const votes = option.votes ?? 0;
  return (
    <li className="stack stack--tight">
      <p className="row row--near">
        <Label option={option} kind={kind} />
        <Tiles glyphs={Array(Math.min(votes, TILES_MAX)).fill("full")} />
        <span className="meta">
          {t("votes", { count: votes })}
          {option.isChosen ? `, ${t("chosen").toLowerCase()}` : null}
        </span>
      </p>
      {option.voters.length > 0 ? <p className="meta">{option.voters.join(", ")}</p> : null}
    </li>
  );
}

function Objections({ objections, locale }: Pick<DecisionView, "objections" | "locale">) {
  const t = useTranslations("decision");
  return (
    <>
      <h3>{t("objections")}</h3>
      <ul className="stack">
        {objections.map(({ text, by }) => (
          <li key={`${by} ${text}`}>
            <Prose text={text} lang={locale} />
            <p className="meta">{by ?? t("unsigned")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
