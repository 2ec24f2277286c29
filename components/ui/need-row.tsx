import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonTile, Seat } from "./emblem";
import type { Sitter } from "./feasibility";
import { State } from "./tiles";

type NeedRowProps = {
  title: ReactNode;
  kind: "ROLE" | "CONTACT" | "INFORMATION" | "RESOURCE";
  isCritical: boolean;
  /** After kind and weight: hours, dates. */
  note?: ReactNode;
  sitters: readonly (Sitter & { readonly note?: ReactNode })[];
  freeSeats: number;
  /** Beside the free seat: until when, who is thinking about it. */
  freeNote?: ReactNode;
  /** What one can do about it; a covered need says so by itself. */
  action?: ReactNode;
};

/** What, seats with sitters, act. A row of `<ul className="needs">`. */
export function NeedRow({ title, kind, isCritical, note, sitters, freeSeats, freeNote, action }: NeedRowProps) {
  const t = useTranslations("ui.need");
  return (
    <li className="need">
      <div className="need-what">
        <h3>{title}</h3>
        <p className="meta">
          {t(kind)} · {isCritical ? <b>{t("critical")}</b> : t("useful")}
          {note ? <> · {note}</> : null}
        </p>
      </div>
      <ul className="seats">
        {sitters.map(({ note: line, ...sitter }) => (
          <li key={sitter.handle}>
            <PersonTile slug={sitter.handle} {...sitter} side={32} />
            <span>
              <b>{sitter.name}</b>
              {line ? <span className="meta">{line}</span> : null}
            </span>
          </li>
        ))}
        {freeSeats > 0 ? (
          <li>
            <Seat side={32} />
            <span>
              <b>{t("free", { count: freeSeats })}</b>
              {freeNote ? <span className="meta">{freeNote}</span> : null}
            </span>
          </li>
        ) : null}
      </ul>
      <div>{freeSeats > 0 ? action : <State tone="done">{t("covered")}</State>}</div>
    </li>
  );
}
