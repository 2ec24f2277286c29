import type { Refusal } from "@/lib/core/result";
import type { ErrorAnswer } from "@/lib/directory/answer/schema";
import { jsonRefusal } from "@/lib/http/json-answer";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";

/** What cannot be answered, as a code and a sentence. */
export function refusedAnswer(
  status: 400 | 429,
  { code, field, params }: Refusal,
  locale: Locale,
  headers?: Readonly<Record<string, string>>,
): Response {
  const [room = "", name = ""] = code.split(".");
  const message = translatorFor(locale)(`${room}.refusal.${name}` as never, { field, ...params } as never);
  return jsonRefusal(status, { error: { code, field: field ?? null, message } } satisfies ErrorAnswer, headers);
}
