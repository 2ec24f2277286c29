import { CSV, fileAnswer, refusedTurn } from "@/app/api/exports/turn";
import { getViewer } from "@/lib/auth/session";
import { dayOf } from "@/lib/core/duration";
import { languageAsked } from "@/lib/directory/request/rules";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { findProjectToKeep } from "@/lib/project/export/queries";
import { dataOf } from "@/lib/project/export/rules";
import { type ExportFile, exportFile } from "@/lib/project/export/schema";
import type { ProjectToKeep } from "@/lib/project/export/types";
import { tableOf } from "@/lib/project/export-table/rules";

const LOST = { "cache-control": "private, no-store", vary: "Cookie", "x-content-type-options": "nosniff" };

type Context = RouteContext<"/api/exports/projects/[slug]/[file]">;

/** A project with its work as a file, for those who take part; for anybody else there is none (rules A1, A2). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, file: given } = await params;
  const language = languageAsked(new URL(request.url).searchParams);
  const viewer = await getViewer();
  const refused = await refusedTurn({ name: "exports/projects", viewer, language });
  if (refused) return refused;
  const file = exportFile.safeParse(given);
  const kept = viewer && file.success ? await findProjectToKeep(viewer, slug) : null;
  if (!kept || !file.success) return new Response(null, { status: 404, headers: LOST });
  const now = new Date();
  const isData = file.data === "project.json";
  const text = isData ? asData(kept, now, language) : asTable(file.data as never, kept, language);
  const [word, ending] = file.data.split(".");
  return fileAnswer({
    text,
    type: isData ? "application/json; charset=utf-8" : CSV,
    name: `${kept.project.slug}-${word}-${dayOf(now)}.${ending}`,
  });
}

function asData(kept: ProjectToKeep, now: Date, language: Locale): string {
  const addressOf = (slug: string) =>
    env.APP_URL + pathTo({ pathname: "/projects/[slug]", params: { slug } }, language);
  return `${JSON.stringify(dataOf(kept, { at: now.toISOString(), addressOf }), null, 2)}\n`;
}

function asTable(file: Exclude<ExportFile, "project.json">, kept: ProjectToKeep, language: Locale): string {
  const t = translatorFor(language);
  return tableOf(file, kept, {
    language,
    headOf: (column) => t(`project.export.column.${column}`),
    yesNo: (is) => t(is ? "project.export.yes" : "project.export.no"),
    kindOf: (kind) => t(`project.need.${kind}`),
    stateOf: (state) => t(`work.task.is.${state}`),
    deedOf: (kind) => t(`contribution.kind.${kind}`),
  });
}
