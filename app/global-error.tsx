"use client";

import { fontVariables } from "@/app/fonts/fonts";
import "@/app/globals.css";

/** When even the root layout throws: no messages, no session, so both languages at once. */
export default function GlobalError({ error }: { error: unknown }) {
  const digest = typeof error === "object" && error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang="it" className={fontVariables}>
      <head>
        <title>Tessera</title>
      </head>
      <body>
        <main className="wrap">
          <div className="empty">
            <h1>Qualcosa non va da noi</h1>
            <p className="lead">
              Ricarica la pagina fra qualche secondo: quello che avevi scritto è ancora nel modulo.
            </p>
            <p lang="en">Something is wrong on our side. Reload the page in a few seconds.</p>
            {digest ? <p className="caption">{digest}</p> : null}
          </div>
        </main>
      </body>
    </html>
  );
}
