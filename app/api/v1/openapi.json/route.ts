import { sessionCookie } from "@/lib/auth/cookie";
import { openApiOf } from "@/lib/directory/openapi/rules";
import { jsonAnswer } from "@/lib/http/json-answer";

/** What programs may ask and are answered, in the form their makers know. */
export async function GET(request: Request): Promise<Response> {
  return jsonAnswer(request, openApiOf(sessionCookie()));
}
