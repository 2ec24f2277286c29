"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { AnchorButton, LinkButton } from "@/components/ui/button";
import { Seat, ValueTile } from "@/components/ui/emblem";

type FailedProps = {
  digest?: string | undefined;
  /** Draws the page again; without it, or without script, the same address is asked for again. */
  retry?: (() => void) | undefined;
};

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
          <AnchorButton look="primary" href="" onClick={retry && ((event) => again(event, retry))}>
            {t("retry")}
          </AnchorButton>
          <LinkButton href="/">{t("start")}</LinkButton>
        </div>
        {digest ? <p className="caption">{t("code", { digest })}</p> : null}
      </div>
    </div>
  );
}

function again(event: MouseEvent, retry: () => void): void {
  event.preventDefault();
  retry();
}
