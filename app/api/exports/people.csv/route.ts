import { secondsLeft, takeTurn } from "@/lib/account/throttle/commands";
import { readOrigin } from "@/lib/auth/request";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { listPeopleToKeep } from "@/lib/directory/export/queries";
import { csvOfPeople, EXPORT_MAX, fileNameOf } from "@/lib/directory/export/rules";
import { readFilters } from "@/lib/directory/filter/rules";
import { languageAsked } from "@/lib/directory/request/rules";
import { env } from "@/lib/env";
import { noticePage } from "@/lib/i18n/notice-page";
import { pathTo } from "@/lib/i18n/path-to";
import { translatorFor } from "@/lib/i18n/translator";

const LIMIT = { name: "exports/people", max: 10, windowSeconds: 60 } as const;

/** The search of a page of people as a file, with the rights of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const language = languageAsked(searchParams);
  const viewer = await getViewer();
  if (!(await takeTurn(LIMIT, viewer?.accountId ?? (await readOrigin()).network))) {
    const refused = noticePage("tooOften", language, 429);
    refused.headers.set("retry-after", String(secondsLeft(LIMIT)));
    return refused;
  }
  const names = new Set(searchParams.keys());
  const filters = readFilters(Object.fromEntries([...names].map((name) => [name, searchParams.getAll(name)])));
  const people = await listPeopleToKeep(viewer, filters, { language, max: EXPORT_MAX });
  const t = translatorFor(language);
  const text = csvOfPeople(people, {
    language,
    headOf: (column) => t(`directory.table.${column}`),
    addressOf: (handle) => env.APP_URL + pathTo({ pathname: "/people/[handle]", params: { handle } }, language),
  });
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${fileNameOf(t("directory.table.file"), dayOf(new Date()))}"`,
      "cache-control": "private, no-store",
      vary: "Cookie",
      "x-content-type-options": "nosniff",
    },
  });
}
