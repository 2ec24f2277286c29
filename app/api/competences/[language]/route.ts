import { routing } from "@/lib/i18n/routing";
import { competenceOptions } from "@/lib/taxonomy/rules";
import type { Language } from "@/lib/taxonomy/types";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => routing.locales.map((language) => ({ language }));

/** The name of every competence in a language, in its order: what a field suggests while one types. The same for everybody. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }): Promise<Response> {
  const { language } = await params;
  const names = competenceOptions(language as Language).map(({ label }) => label);
  return Response.json(names, { headers: { "cache-control": "public, max-age=3600" } });
}
