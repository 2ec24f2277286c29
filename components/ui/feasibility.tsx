import { useTranslations } from "next-intl";
import { PersonTile, Seat } from "./emblem";

export type Sitter = {
  readonly handle: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly photo?: string | null | undefined;
  /** Whoever may not be named: the name is a phrase then, and has no initials. */
  readonly isNameless?: boolean;
};

export type SeatCount = { readonly seats: number; readonly sitters: readonly Sitter[] };

type FeasibilityProps = { critical: SeatCount; useful: SeatCount };

/** One tile for each covered seat, the sitter's own; dashed when free. */
export function Feasibility({ critical, useful }: FeasibilityProps) {
  return (
    <div className="feas">
      <Seats kind="critical" {...critical} />
      {useful.seats > 0 ? <Seats kind="useful" {...useful} /> : null}
    </div>
  );
}

function Seats({ kind, seats, sitters }: SeatCount & { kind: "critical" | "useful" }) {
  const t = useTranslations("ui.feasibility");
  const counts = { covered: sitters.length, seats };
  const free = Array.from({ length: Math.max(0, seats - sitters.length) }, (_, i) => i);
  return (
    <div>
      <p>
        <b>{t(kind)}</b> <span className="meta">{t("covered", counts)}</span>
      </p>
      <div className="feas-bar" role="img" aria-label={`${t(kind)}: ${t("covered", counts)}`}>
        {sitters.map((sitter, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one person may sit on several needs
          <PersonTile key={i} slug={sitter.handle} {...sitter} side={40} />
        ))}
        {free.map((seat) => (
          <Seat key={seat} side={40} />
        ))}
      </div>
    </div>
  );
}
