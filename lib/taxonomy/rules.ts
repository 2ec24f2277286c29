import { fold } from "@/lib/core/text";
import file from "./data/competences.json";
import type { Area, AreaView, Competence, CompetenceView, Language, Option } from "./types";

export const AREAS = file.areas as readonly Area[];
export const COMPETENCES = file.competences as readonly Competence[];

const bySlug = new Map(COMPETENCES.map((competence) => [competence.slug, competence]));
const areaBySlug = new Map(AREAS.map((area) => [area.slug, area]));
const children = groupBy(COMPETENCES, (competence) => competence.parent ?? "");
const inArea = groupBy(COMPETENCES, (competence) => competence.area);
const collators = { it: new Intl.Collator("it"), en: new Intl.Collator("en") };

function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

/** The files are typed with straight apostrophes; people read curly ones. */
export function typographic(text: string): string {
  return text.replaceAll("'", "’");
}

/** Entries by label, in the order of that language. */
export function byLabel<T extends { readonly label: string }>(entries: readonly T[], language: Language): readonly T[] {
  return entries.toSorted((a, b) => collators[language].compare(a.label, b.label));
}

/** The competence of a slug, or null when the taxonomy does not know it. */
export function findCompetence(slug: string): Competence | null {
  return bySlug.get(slug) ?? null;
}

/** Label of a competence; an unknown slug stands for itself. */
export function competenceLabel(slug: string, language: Language): string {
  return typographic(bySlug.get(slug)?.label[language] ?? slug);
}

/** Label of an area; an unknown slug stands for itself. */
export function areaLabel(slug: string, language: Language): string {
  return typographic(areaBySlug.get(slug)?.label[language] ?? slug);
}

/** Slugs directly below a competence. */
export function childrenOf(slug: string): readonly string[] {
  return (children.get(slug) ?? []).map((child) => child.slug);
}

/** Slugs above a competence, nearest first. */
export function ancestorsOf(slug: string): readonly string[] {
  const parent = bySlug.get(slug)?.parent;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** Slugs below a competence, at any depth. */
export function descendantsOf(slug: string): readonly string[] {
  return childrenOf(slug).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Competences of an area that have no parent. */
export function rootsOf(area: string): readonly string[] {
  return (inArea.get(area) ?? []).filter(({ parent }) => !parent).map(({ slug }) => slug);
}

function viewOf({ slug, label, parent }: Competence, language: Language): CompetenceView {
  return { slug, label: typographic(label[language]), parent: parent ?? null };
}

/** All areas in their own order, each with its competences by label. */
export function listAreas(language: Language): readonly AreaView[] {
  return AREAS.map(({ slug, label, kind }) => {
    const competences = (inArea.get(slug) ?? []).map((competence) => viewOf(competence, language));
    return { slug, label: typographic(label[language]), kind, competences: byLabel(competences, language) };
  });
}

/** Every competence by label, for a select or datalist. */
export function competenceOptions(language: Language): readonly Option[] {
  return byLabel(
    COMPETENCES.map(({ slug }) => ({ value: slug, label: competenceLabel(slug, language) })),
    language,
  );
}

const named = new Map(COMPETENCES.flatMap(({ slug, label }) => [label.it, label.en, slug].map((n) => [fold(n), slug])));

/** The competence a person picked or typed in a datalist: by label of either language, or slug. */
export function competenceNamed(text: string): string | null {
  return named.get(fold(text)) ?? null;
}
