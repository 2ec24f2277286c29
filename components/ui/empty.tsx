import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Seat, ValueTile } from "./emblem";

type EmptyProps = {
  title: ReactNode;
  /** One sentence on what will live here. */
  children: ReactNode;
  /** One act. */
  actions?: ReactNode;
  /** A true-to-life example, told as it would be. */
  example?: ReactNode;
  exampleNote?: ReactNode;
};

/** Tiles with a dashed gap, one sentence, one act, one example. */
export function Empty({ title, children, actions, example, exampleNote }: EmptyProps) {
  const t = useTranslations("ui");
  return (
    <div className="void">
      <div className="void-fig" aria-hidden="true">
        <ValueTile value="openness" side={96} />
        <Seat side={96} />
        <ValueTile value="reciprocity" side={96} />
      </div>
      <div className="empty">
        <h2>{title}</h2>
        <p className="lead">{children}</p>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {example ? (
        <section className="void-ex" aria-label={t("forExample")}>
          <h3 className="h-small">{t("forExample")}</h3>
          <blockquote>
            <p>{example}</p>
          </blockquote>
          {exampleNote ? <p className="meta">{exampleNote}</p> : null}
        </section>
      ) : null}
    </div>
  );
}
