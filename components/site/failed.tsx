"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { AnchorButton } from "@/components/ui/anchor-button";

type FailedProps = {
  digest?: string | undefined;
  /** Draws the page again; without it, or without script, the same address is asked for again. */
  retry?: (() => void) | undefined;
};

/** The tiles of care and constancy, as lib/emblem draws them. */
const CARE = "M0 0A12 12 0 0 1 12 12A12 12 0 0 1 0 0Z";
const CONSTANCY = "M12 0L0 0L0 3L3 3L3 6L6 6L6 9L9 9L9 12L12 12Z";

/** A fault of ours: one apology, a code to quote, a way on. Every page carries it, so it brings neither the emblems nor the routes. */
export function Failed({ digest, retry }: FailedProps) {
  const t = useTranslations("error.failed");
  const locale = useLocale();
  return (
    <div className="wrap lost-in">
      <div className="lost-fig" aria-hidden="true">
        <Tile motif={CARE} />
        <span className="em em--96 seat" />
        <Tile motif={CONSTANCY} />
      </div>
      <div className="empty">
        <h1>{t("title")}</h1>
        <p className="lead">{t("text")}</p>
        <div className="actions">
          <AnchorButton look="primary" href="" onClick={retry && ((event) => again(event, retry))}>
            {t("retry")}
          </AnchorButton>
          <AnchorButton href={locale === "en" ? "/en" : "/"}>{t("start")}</AnchorButton>
        </div>
        {digest ? <p className="caption">{t("code", { digest })}</p> : null}
      </div>
    </div>
  );
}

function Tile({ motif }: { motif: string }) {
  return (
    <svg className="em em--one em--96" viewBox="0 0 12 12" fillRule="evenodd" aria-hidden="true">
      <path fill="#f1ede4" d="M0 0h12v12h-12z" />
      <path fill="#1f5c47" d={motif} />
    </svg>
  );
}

function again(event: MouseEvent, retry: () => void): void {
  event.preventDefault();
  retry();
}
