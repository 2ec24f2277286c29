import { useTranslations } from "next-intl";
import { Instant } from "@/components/ui/moment";
import { Prose } from "@/components/ui/prose";
import { State } from "@/components/ui/tiles";
import type { DecisionView } from "@/lib/membership/application/types";

/** Every word said on an application, signed: the reason of the list, the message whole, the clause cited (rule M6). */
export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  const t = useTranslations("membership.papers");
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h3 id="decisions">{t("decisions")}</h3>
      <ul className="stack">
        {decisions.map((decision) => (
          <li key={`${decision.decider} ${decision.at}`} className="stack stack--tight">
            <Word decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Word({ decision }: { decision: DecisionView }) {
  const t = useTranslations("membership");
  const { outcome, reason, message, clause, decider, at } = decision;
  const isYes = outcome === "ADMIT";
  return (
    <>
      <p className="row row--near">
        <State tone={isYes ? "done" : "soft"} glyph={isYes ? "full" : "letGo"}>
          {t(isYes ? "papers.admitted" : "papers.declined", { name: decider })}
        </State>
        <span className="meta">
          <Instant at={at} look="dated" />
        </span>
      </p>
      {reason ? <p>{t(`reason.${reason}`)}.</p> : null}
      {message ? <Prose text={message} /> : null}
      {clause ? <p className="meta">{t("papers.cites", clause)}</p> : null}
    </>
  );
}
