import { CSV, fileAnswer, refusedTurn } from "@/app/api/exports/turn";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { listPeopleToKeep } from "@/lib/directory/export/queries";
import { csvOfPeople, EXPORT_MAX, fileNameOf } from "@/lib/directory/export/rules";
import { readFilters } from "@/lib/directory/filter/rules";
import { languageAsked } from "@/lib/directory/request/rules";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import { translatorFor } from "@/lib/i18n/translator";

/** The search of a page of people as a file, with the rights of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const language = languageAsked(searchParams);
  const viewer = await getViewer();
  const refused = await refusedTurn({ name: "exports/people", viewer, language });
  if (refused) return refused;
  const names = new Set(searchParams.keys());
  const filters = readFilters(Object.fromEntries([...names].map((name) => [name, searchParams.getAll(name)])));
  const people = await listPeopleToKeep(viewer, filters, { language, max: EXPORT_MAX });
  const t = translatorFor(language);
  const text = csvOfPeople(people, {
    language,
    headOf: (column) => t(`directory.table.${column}`),
    addressOf: (handle) => env.APP_URL + pathTo({ pathname: "/people/[handle]", params: { handle } }, language),
  });
  return fileAnswer({ text, type: CSV, name: fileNameOf(t("directory.table.file"), dayOf(new Date())) });
}
