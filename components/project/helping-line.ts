import type { createFormatter, Locale, useTranslations } from "next-intl";
import { getPathname } from "@/lib/i18n/navigation";
import type { HelpNeed } from "@/lib/project/helping/types";
import { locative } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { type DueWords, dueOf } from "./project-line";

/** An open seat somebody could take in words: all that its cell needs. */
export type HelpingLine = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly project: string;
  /** Language of the project's title. */
  readonly lang: string;
  readonly association?: string;
  /** What is wanted, and how much it matters. */
  readonly kind: string;
  readonly due?: DueWords;
  readonly cause: string;
  readonly more?: string;
};

type Words = {
  readonly t: ReturnType<typeof useTranslations<"project">>;
  readonly dates: ReturnType<typeof createFormatter>;
  readonly locale: Locale;
};

/** What the cell of a seat says: which, of what project, by when, and why they of all people. */
export function helpingLineOf(need: HelpNeed, words: Words): HelpingLine {
  const { id, title, kind, isCritical, dueOn, project } = need;
  const { t, dates, locale } = words;
  const { slug, association } = project;
  return {
    ...{ id, title, project: project.title, lang: project.locale },
    href: getPathname({ href: { pathname: "/projects/[slug]/needs/[id]", params: { slug, id } }, locale }),
    kind: `${t(`need.${kind}`)} · ${t(isCritical ? "helping.critical" : "helping.useful")}`,
    ...(association && { association }),
    ...(dueOn && { due: dueOf(dueOn, t("helping.due"), dates) }),
    ...reasonOf(need, words),
  };
}

function reasonOf({ held, sought, isNear, project }: HelpNeed, { t, locale }: Words) {
  const place = project.place && isNear ? locative(project.place, locale) : null;
  const nearby = place && { more: t("helping.andNear", { place }) };
  if (held) return { cause: t("helping.held", { competence: competenceLabel(held, locale) }), ...nearby };
  if (sought) return { cause: t("helping.sought", { competence: competenceLabel(sought, locale) }), ...nearby };
  return { cause: t("helping.near", { place: place ?? "" }) };
}
