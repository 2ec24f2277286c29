import { refusedAnswer } from "@/app/api/v1/refused-answer";
import { textOfReasons } from "@/components/directory/reason-sentence";
import { secondsLeft, takeTurn } from "@/lib/account/throttle/commands";
import { readOrigin } from "@/lib/auth/request";
import { getViewer } from "@/lib/auth/session";
import { answerOf } from "@/lib/directory/answer/rules";
import { listPeople } from "@/lib/directory/queries";
import { filtersOf, languageAsked, readRequest } from "@/lib/directory/request/rules";
import { env } from "@/lib/env";
import { jsonAnswer } from "@/lib/http/json-answer";
import { translatorFor } from "@/lib/i18n/translator";

/** The people's list as data, with the rights of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const language = languageAsked(searchParams);
  const viewer = await getViewer();
  const limit = { name: "api/v1", max: env.API_PER_MINUTE, windowSeconds: 60 };
  if (!(await takeTurn(limit, viewer?.accountId ?? (await readOrigin()).network)))
    return refusedAnswer(429, { code: "common.tooOften" }, language, { "retry-after": String(secondsLeft(limit)) });
  const asked = readRequest(searchParams);
  if (!asked.ok) return refusedAnswer(400, asked.refusal, language);
  const filters = filtersOf(asked.value);
  const t = translatorFor(language);
  const list = await listPeople(viewer, filters, { language });
  const say = (why: (typeof list.items)[number]["why"]) => textOfReasons(why, t, language);
  return jsonAnswer(request, answerOf(list, { q: filters.q, language, say }));
}
