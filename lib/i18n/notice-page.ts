import "server-only";
import en from "./messages/en/error.json";
import it from "./messages/it/error.json";
import type { Locale } from "./routing";

const catalogues = { it, en };

export type Notice = keyof typeof it.notice;

/** A whole page without script or style, for when the application itself cannot draw one. */
export function noticePage(notice: Notice, locale: Locale, status: number): Response {
  const { title, text, back } = catalogues[locale].notice[notice];
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Tessera</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="${locale === "en" ? "/en" : "/"}">${back}</a></p></main></body></html>`;
  const headers: Record<string, string> = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
  if (status === 503) headers["retry-after"] = "5";
  return new Response(page, { status, headers });
}
