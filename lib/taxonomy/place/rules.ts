import { fold } from "@/lib/core/text";
import file from "../data/places.json";
import { byLabel, typographic } from "../rules";
import type { Language, Municipality, Option, PlaceRef, Province, Region } from "../types";

export const MUNICIPALITIES = file.municipalities as readonly Municipality[];
export const PROVINCES = file.provinces as readonly Province[];
export const REGIONS = file.regions as readonly Region[];

const bySlug = new Map(MUNICIPALITIES.map((place) => [place.slug, place]));
const byCode = new Map(PROVINCES.map((province) => [province.code, province]));
const regionByCode = new Map(REGIONS.map((region) => [region.code, region]));
const regionBySlug = new Map(REGIONS.map((region) => [region.slug, region]));

/** The municipality of a slug, or null. */
export function findMunicipality(slug: string): Municipality | null {
  return bySlug.get(slug) ?? null;
}

/** Name of a municipality; an unknown slug stands for itself. */
export function placeLabel(slug: string, language: Language): string {
  return typographic(bySlug.get(slug)?.name[language] ?? slug);
}

/** «Imola (BO)»: what tells namesakes apart, and what a datalist offers. */
export function placeWithProvince(slug: string, language: Language): string {
  const place = bySlug.get(slug);
  return place ? `${typographic(place.name[language])} (${place.province})` : slug;
}

/** «a Bologna», «all’Aquila»; in English «in Bologna». */
export function locative(slug: string, language: Language): string {
  if (language === "en") return `in ${placeLabel(slug, "en")}`;
  return typographic(bySlug.get(slug)?.locative ?? `a ${slug}`);
}

/** Name of a province by its code; an unknown code stands for itself. */
export function provinceLabel(code: string, language: Language): string {
  return typographic(byCode.get(code)?.name[language] ?? code);
}

/** Name of a region by its slug; an unknown slug stands for itself. */
export function regionLabel(slug: string, language: Language): string {
  return typographic(regionBySlug.get(slug)?.name[language] ?? slug);
}

/** Name of a place of any size. */
export function placeRefLabel({ type, ref }: PlaceRef, language: Language): string {
  if (type === "municipality") return placeLabel(ref, language);
  return type === "province" ? provinceLabel(ref, language) : regionLabel(ref, language);
}

/** Slug of the region a province belongs to, or null. */
export function regionOf(provinceCode: string): string | null {
  const region = byCode.get(provinceCode)?.region;
  return (region && regionByCode.get(region)?.slug) ?? null;
}

/** The next larger place: municipality → province → region → null. */
export function widerPlace({ type, ref }: PlaceRef): PlaceRef | null {
  if (type === "region") return null;
  if (type === "province") {
    const region = regionOf(ref);
    return region ? { type: "region", ref: region } : null;
  }
  const province = bySlug.get(ref)?.province;
  return province ? { type: "province", ref: province } : null;
}

/** Whether a place is, or lies in, another one. */
export function lies(place: PlaceRef, within: PlaceRef): boolean {
  if (place.type === within.type && place.ref === within.ref) return true;
  const wider = widerPlace(place);
  return wider !== null && lies(wider, within);
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two towns as the crow flies (haversine). */
export function kilometresBetween(one: Municipality, other: Municipality): number {
  const [a, b] = [radians(one.lat), radians(other.lat)];
  const half = (from: number, to: number) => Math.sin((to - from) / 2) ** 2;
  const h = half(a, b) + Math.cos(a) * Math.cos(b) * half(radians(one.lon), radians(other.lon));
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** The places themselves, or every town within so many kilometres of one of them that is a town. */
export function placesWithin(places: readonly PlaceRef[], kilometres: number | null): readonly PlaceRef[] {
  const centres = places.flatMap(({ type, ref }) => (type === "municipality" ? (bySlug.get(ref) ?? []) : []));
  if (kilometres === null || centres.length === 0) return places;
  const near = MUNICIPALITIES.filter((town) => centres.some((centre) => kilometresBetween(centre, town) <= kilometres));
  return near.map(({ slug }) => ({ type: "municipality", ref: slug }));
}

/** Every municipality as «Imola (BO)», for a datalist. */
export function placeOptions(language: Language): readonly Option[] {
  return byLabel(
    MUNICIPALITIES.map(({ slug }) => ({ value: slug, label: placeWithProvince(slug, language) })),
    language,
  );
}

/** Every province, for a filter. */
export function provinceOptions(language: Language): readonly Option[] {
  return byLabel(
    PROVINCES.map(({ code }) => ({ value: code, label: provinceLabel(code, language) })),
    language,
  );
}

/** Every region, for a filter. */
export function regionOptions(language: Language): readonly Option[] {
  return byLabel(
    REGIONS.map(({ slug }) => ({ value: slug, label: regionLabel(slug, language) })),
    language,
  );
}

const named = new Map(
  MUNICIPALITIES.flatMap(({ slug, name, province, aliases = [] }) =>
    [slug, name.it, name.en, ...aliases].flatMap((text) => [
      [fold(text), slug] as const,
      [`${fold(text)} (${province.toLowerCase()})`, slug] as const,
    ]),
  ),
);

/** The municipality a person picked or typed in a datalist: name in either language, alias, slug; with or without «(BO)». */
export function placeNamed(text: string): string | null {
  return named.get(fold(text)) ?? null;
}
