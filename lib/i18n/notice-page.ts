import "server-only";
import { createHash } from "node:crypto";
import en from "./messages/en/error.json";
import it from "./messages/it/error.json";
import type { Locale } from "./routing";

const catalogues = { it, en };

export type Notice = keyof typeof it.notice;

/** Everything the page needs comes with it: whatever is down, it can still be shown. */
const STYLE = `
:root{color-scheme:light dark;--page:light-dark(#ffffff,#111615);--ink:light-dark(#14201d,#e9eeec);--edge:light-dark(#7a8783,#75847f);--primary:light-dark(#0e5a44,#7bcbaf);--on:light-dark(#ffffff,#06231a)}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{display:grid;gap:2.5rem 4rem;align-content:center;min-height:100vh;max-width:75rem;margin:0 auto;padding:2.5rem clamp(1rem,4vw,2.5rem)}
svg{width:clamp(13.5rem,36vw,24rem);height:auto;color:var(--edge)}
h1{margin:0 0 .5rem;font:600 clamp(1.9rem,1.2rem + 2.6vw,2.75rem)/1.15 Georgia,serif;letter-spacing:-.01em}
p{margin:0 0 1.25rem;max-width:36rem;font-size:1.19rem}
a{display:inline-block;padding:.65rem 1.1rem;border-radius:3px;background:var(--primary);color:var(--on);font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
@media (min-width:64rem){main{grid-template-columns:auto minmax(0,1fr);align-items:center}}`;

/** Nine places, one of them free. */
const FIGURE =
  '<svg viewBox="0 0 38 38" aria-hidden="true"><path fill="#f1ede4" d="M0 0h12v12H0zM26 26h12v12H26zM13 0h12v12H13zM26 0h12v12H26zM0 13h12v12H0zM26 13h12v12H26zM0 26h12v12H0zM13 26h12v12H13z"/><path fill="#1f5c47" d="M0 0a12 12 0 0 1 12 12A12 12 0 0 1 0 0zM26 26a12 12 0 0 1 12 12a12 12 0 0 1-12-12z"/><path fill="#2c4b91" d="M25 0a12 12 0 0 1-12 12V8a8 8 0 0 0 8-8zM17 0a4 4 0 0 1-4 4V0z"/><path fill="#e1a93a" d="M32 0l6 6-6 6-6-6z"/><path fill="#70293a" d="M0 13h12L0 25h12z"/><path fill="#97ae85" d="M26 19a6 6 0 0 1 12 0zM26 25a6 6 0 0 1 12 0z"/><path fill="#ae4a2d" d="M0 26h12v12H9v-3H6v-3H3v-3H0z"/><path fill="#6aa9bc" d="M13 26h12v12h-2.500v-6a3.500 3.500 0 0 0-7 0v6H13z"/><path fill="none" stroke="currentColor" stroke-width=".25" stroke-dasharray=".9 .7" d="M13.200 13.200h11.600v11.600H13.200z"/></svg>';

const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A whole page, without script, for when the application itself cannot draw one. */
export function noticePage(notice: Notice, locale: Locale, status: number): Response {
  const { title, text, back } = catalogues[locale].notice[notice];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} · Tessera</title><style>${STYLE}</style>`;
  const body = `<main>${FIGURE}<div><h1>${title}</h1><p>${text}</p><a href="${locale === "en" ? "/en" : "/"}">${back}</a></div></main>`;
  const page = `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}</body></html>`;
  const headers: Record<string, string> = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
  if (status === 503) headers["retry-after"] = "5";
  return new Response(page, { status, headers });
}
