import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import { type Glyph, State, type Tone } from "@/components/ui/tiles";
import type { CommitmentState } from "@/lib/contribution/commitment/rules";
import type { FormAction } from "@/lib/form/form-state";
import { CloseForm } from "./close-form";

type Commitment = {
  readonly id: string;
  readonly text: string;
  readonly due: string | null;
  readonly state: CommitmentState;
};

/** How each state of a commitment is drawn. */
export const COMMITMENT_LOOKS: Readonly<Record<CommitmentState, readonly [Tone, Glyph]>> = {
  OPEN: ["ask", "empty"],
  KEPT: ["done", "full"],
  PARTLY: ["wait", "half"],
  RELEASED: ["soft", "letGo"],
  MISSED: ["stop", "missed"],
};

type CommitmentListProps = {
  commitments: readonly Commitment[];
  /** Of the project, in which they are said. */
  lang: string;
  close: FormAction;
};

/** One's own commitments to a project; the open ones can be closed here, by nobody else (rule K1). */
export function CommitmentList({ commitments, lang, close }: CommitmentListProps) {
  const t = useTranslations("contribution");
  const outcomes = (["KEPT", "PARTLY"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <ul className="ledger ledger--tight">
      {commitments.map(({ id, text, due, state }) => {
        const [tone, glyph] = COMMITMENT_LOOKS[state];
        return (
          <li key={id}>
            <p>
              <b lang={lang}>{text}</b>{" "}
              <span className="meta">
                {due ? t.rich("due", { day: () => <Day on={due} look="dated" /> }) : t("noDue")}
              </span>
            </p>
            <State tone={tone} glyph={glyph}>
              {t(`state.${state}`)}
            </State>
            {state === "OPEN" ? <CloseForm id={id} text={text} action={close} outcomes={outcomes} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
