import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What one small square says; never without words beside it. */
export type Glyph = "full" | "empty" | "half" | "letGo" | "missed";

const GLYPHS: Record<Glyph, string> = {
  full: "t",
  empty: "t t--empty",
  half: "t t--half",
  letGo: "t t--let",
  missed: "t t--miss",
};

export function Square({ glyph = "full" }: { glyph?: Glyph }) {
  return <i className={GLYPHS[glyph]} aria-hidden="true" />;
}

type TilesProps = {
  glyphs: readonly Glyph[];
  size?: "s" | "m" | "l" | undefined;
};

/** A count one can see: one square for each thing. The number stands beside it in words. */
export function Tiles({ glyphs, size }: TilesProps) {
  return (
    <span className={classNames("tiles", size && `tiles--${size}`)} aria-hidden="true">
      {glyphs.map((glyph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike and never reorder
        <i key={i} className={GLYPHS[glyph]} />
      ))}
    </span>
  );
}

/** So many squares of each glyph, in that order. */
export function glyphsOf(counts: Partial<Record<Glyph, number>>): Glyph[] {
  return (Object.entries(counts) as [Glyph, number][]).flatMap(([glyph, count]) => Array<Glyph>(count).fill(glyph));
}

export type Tone = "done" | "wait" | "stop" | "ask" | "soft";

/** Glyph and word: Fatto, In parte, Sciolto per tempo, Mancato, Non è suo. */
export function State({
  tone,
  glyph,
  icon,
  children,
}: {
  tone: Tone;
  glyph?: Glyph;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`state state--${tone}`}>
      {icon ?? <Square glyph={glyph ?? "full"} />}
      {children}
    </span>
  );
}
