import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Square } from "./tiles";

const STAGES = ["IDEA", "PROPOSED", "FEASIBILITY", "ACTIVE", "COMPLETED"] as const;

export type StageName = (typeof STAGES)[number];

type StageProps = {
  /** Where the project is; a suspended or abandoned one stays where it stopped, and the page says so. */
  current: StageName;
  notes?: Partial<Record<StageName, ReactNode>>;
};

/** Sogno, Proposta, Fattibilità, In corso, Esito. */
export function Stage({ current, notes = {} }: StageProps) {
  const t = useTranslations("ui.stage");
  const reached = STAGES.indexOf(current);
  return (
    <ol className="stage" aria-label={t("label")}>
      {STAGES.map((stage, i) => {
        const isDone = i < reached || current === "COMPLETED";
        const glyph = i === reached ? "half" : "empty";
        return (
          <li key={stage} className={isDone ? "done" : undefined} aria-current={i === reached ? "step" : undefined}>
            {isDone ? <Icon name="done" isSmall /> : <Square glyph={glyph} />}
            <b>{t(stage)}</b>
            <StageNote>{notes[stage]}</StageNote>
          </li>
        );
      })}
    </ol>
  );
}

function StageNote({ children }: { children: ReactNode }) {
  return children ? <span className="meta">{children}</span> : null;
}
