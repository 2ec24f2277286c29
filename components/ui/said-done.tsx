import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Tiles } from "./tiles";

export type SaidDoneCounts = {
  readonly kept: number;
  readonly partly: number;
  readonly released: number;
  readonly missed: number;
};

type SaidDoneProps = {
  counts: SaidDoneCounts;
  size?: "m" | "l" | undefined;
  /** The span that was counted: «Ultimi 12 mesi.» */
  note?: ReactNode;
};

/** Fewer than these say nothing about anyone. */
const ENOUGH = 5;

/** Detto / Fatto: the ratio in words, with a square for each promise. Never a percentage, never a score. */
export function SaidDone({ counts, size, note }: SaidDoneProps) {
  const t = useTranslations("ui.saidDone");
  const { kept, partly, released, missed } = counts;
  const total = kept + partly + released + missed;
  if (total < ENOUGH) return <p className="df meta">{t("tooEarly", { enough: ENOUGH })}</p>;

  const glyphs = [
    ...Array(kept).fill("full"),
    ...Array(partly).fill("half"),
    ...Array(released).fill("letGo"),
    ...Array(missed).fill("missed"),
  ];
  const rest = [
    partly > 0 && t("partly", { count: partly }),
    released > 0 && t("released", { count: released }),
    missed > 0 && t("missed", { count: missed }),
  ].filter(Boolean);
  return (
    <p className={classNames("df", size === "l" && "df--big")}>
      <Tiles glyphs={glyphs} size={size} />
      <span>
        <b>{t("kept", { kept, total })}</b>
        <span className="meta">
          {rest.length > 0 ? `${size === "l" ? "" : ", "}${rest.join(", ")}.` : null} {note}
        </span>
      </span>
    </p>
  );
}
