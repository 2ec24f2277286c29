"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Seat, ValueTile } from "@/components/ui/emblem";
import { Link } from "@/lib/i18n/navigation";

type FailedProps = { digest?: string | undefined; retry: () => void };

/** A fault of ours: one apology, a code to quote, a way on. */
export function Failed({ digest, retry }: FailedProps) {
  const t = useTranslations("error.failed");
  return (
    <div className="wrap lost-in">
      <div className="lost-fig" aria-hidden="true">
        <ValueTile value="care" side={96} />
        <Seat side={96} />
        <ValueTile value="constancy" side={96} />
      </div>
      <div className="empty">
        <h1>{t("title")}</h1>
        <p className="lead">{t("text")}</p>
        <div className="actions">
          <Button look="primary" onClick={retry}>
            {t("retry")}
          </Button>
          <Link className="btn" href="/">
            {t("start")}
          </Link>
        </div>
        {digest ? <p className="caption">{t("code", { digest })}</p> : null}
      </div>
    </div>
  );
}
