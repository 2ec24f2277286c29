import { refusedAnswer } from "@/app/api/v1/refused-answer";
import { secondsLeft, takeTurn } from "@/lib/account/throttle/commands";
import { readOrigin } from "@/lib/auth/request";
import { getViewer } from "@/lib/auth/session";
import { languageAsked, readParameters } from "@/lib/directory/request/rules";
import { listNamed } from "@/lib/directory/suggestion/queries";
import { meaningsFor } from "@/lib/directory/suggestion/rules";
import { suggestionsRequest } from "@/lib/directory/suggestion/schema";
import { env } from "@/lib/env";
import { jsonAnswer } from "@/lib/http/json-answer";
import { itemOf } from "./answer";

/** Whoever types asks at every letter, where a program asks once. */
const TURNS_PER_REQUEST = 4;

/** What may be meant by what has been typed so far, with the rights of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const language = languageAsked(searchParams);
  const viewer = await getViewer();
  const limit = { name: "api/v1/suggestions", max: env.API_PER_MINUTE * TURNS_PER_REQUEST, windowSeconds: 60 };
  if (!(await takeTurn(limit, viewer?.accountId ?? (await readOrigin()).network)))
    return refusedAnswer(429, { code: "common.tooOften" }, language, { "retry-after": String(secondsLeft(limit)) });
  const asked = readParameters(suggestionsRequest, searchParams);
  if (!asked.ok) return refusedAnswer(400, asked.refusal, language);
  const { q } = asked.value;
  const { people, associations } = await listNamed(viewer, q);
  const found = [...meaningsFor(q, language), ...people, ...associations];
  return jsonAnswer(request, { items: found.map((one) => itemOf(one, language)) });
}
