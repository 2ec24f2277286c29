import { secondsLeft, takeTurn } from "@/lib/account/throttle/commands";
import type { Viewer } from "@/lib/auth/actor";
import { readOrigin } from "@/lib/auth/request";
import { noticePage } from "@/lib/i18n/notice-page";
import type { Locale } from "@/lib/i18n/routing";

type Asking = { readonly name: string; readonly viewer: Viewer; readonly language: Locale };

/** Ten files of a kind a minute, by account or network; the answer to whoever asks for more, null for others. */
export async function refusedTurn({ name, viewer, language }: Asking): Promise<Response | null> {
  const limit = { name, max: 10, windowSeconds: 60 };
  if (await takeTurn(limit, viewer?.accountId ?? (await readOrigin()).network)) return null;
  const refused = noticePage("tooOften", language, 429);
  refused.headers.set("retry-after", String(secondsLeft(limit)));
  return refused;
}

type File = { readonly text: string; readonly type: string; readonly name: string };

/** A file to be taken, kept by nobody on the way. */
export function fileAnswer({ text, type, name }: File): Response {
  return new Response(text, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
      vary: "Cookie",
      "x-content-type-options": "nosniff",
    },
  });
}

export const CSV = "text/csv; charset=utf-8; header=present";
