import { useLocale, useTranslations } from "next-intl";
import type { Piece } from "@/lib/association/difference/types";

type PiecesProps = {
  pieces: readonly Piece[];
  /** Language the texts are written in. */
  locale: string;
};

/** A text with what went and what came, said as well as drawn: nothing here is told by colour alone. */
export function Pieces({ pieces, locale }: PiecesProps) {
  const t = useTranslations("charter.difference");
  const lang = useLocale() === locale ? undefined : locale;
  return (
    <span className="pieces">
      {pieces.map(({ kind, text }, i) => {
        if (kind === "SAME")
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are places of one text
            <span key={i} lang={lang}>
              {text}
            </span>
          );
        const Mark = kind === "ADDED" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are places of one text
          <Mark key={i}>
            <span className="vh"> [{t(kind === "ADDED" ? "added" : "removed")}: </span>
            <span lang={lang}>{text}</span>
            <span className="vh">] </span>
          </Mark>
        );
      })}
    </span>
  );
}
