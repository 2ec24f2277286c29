import type { createFormatter, useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/tiles";
import type { CardNeed, ProjectCard } from "@/lib/project/listing/types";
import { coverageOf, isOpenToOffers, shareCovered } from "@/lib/project/rules";
import type { ProjectState } from "@/lib/project/types";

const OPEN_SHOWN = 3;
export const TONES: Readonly<Record<ProjectState, Tone>> = {
  IDEA: "soft",
  PROPOSED: "ask",
  FEASIBILITY: "ask",
  ACTIVE: "done",
  SUSPENDED: "wait",
  COMPLETED: "done",
  ABANDONED: "soft",
};

/** A day something is due, as a day and in words, with the words before it. */
export type DueWords = { readonly before: string; readonly on: string; readonly day: string };

/** A project of a list in words and signs: all that its cell needs, and nothing that it does not show. */
export type ProjectLine = {
  readonly slug: string;
  readonly title: string;
  readonly purpose: string;
  /** Language of what people wrote. */
  readonly lang: string;
  /** What its emblem is drawn from. */
  readonly values: readonly string[];
  readonly share: number;
  readonly whose: string;
  readonly tone: Tone;
  readonly state: string;
  readonly membersOnly?: string;
  /** The next day something is due. */
  readonly due?: DueWords;
  /** Squares for what there is and what is lacking, and the same in words. */
  readonly count: { readonly full: number; readonly empty: number; readonly words: string };
  readonly seats?: { readonly head: string; readonly words: string };
};

type Words = {
  readonly t: ReturnType<typeof useTranslations<"project">>;
  readonly dates: ReturnType<typeof createFormatter>;
};

type Valued = { readonly values: readonly string[] } | null;

/** Slugs of the values a project's emblem is laid with: those of the association that leads it, else of who does. */
export const valuesOf = ({ association, owner }: { association: Valued; owner: Valued }): readonly string[] =>
  association?.values ?? owner?.values ?? [];

/** What the cell of a project says: whose it is, what for, how far its seats are covered, what it still needs. */
export function lineOf(project: ProjectCard, words: Words): ProjectLine {
  const { slug, title, purpose, locale, state, needs, isMembersOnly, nextDue } = project;
  const { t } = words;
  const seats = isOpenToOffers(state) ? seatsOf(needs, words) : null;
  return {
    ...{ slug, title, purpose, lang: locale, tone: TONES[state], state: t(`state.${state}`) },
    values: valuesOf(project),
    share: shareCovered(coverageOf(needs)),
    whose: whoseOf(project, words),
    count: project.people ? gathered(project.people, words) : covered(needs, words),
    ...(isMembersOnly && { membersOnly: t("membersOnly") }),
    ...(nextDue && { due: dueOf(nextDue, t("list.nextDue"), words.dates) }),
    ...(seats && { seats }),
  };
}

function whoseOf({ association, coHosts, owner }: ProjectCard, { t }: Words): string {
  if (association) return [association.name, ...coHosts].join(" · ");
  return owner ? t("list.proposedBy", { name: owner.name }) : t("list.noAssociation");
}

/** How many people dream an idea, of how many it waits for. */
function gathered({ count, needed }: NonNullable<ProjectCard["people"]>, { t }: Words) {
  const words =
    count < needed ? t("list.people", { people: count, needed }) : t("list.peopleEnough", { people: count });
  return { full: Math.min(count, needed), empty: Math.max(0, needed - count), words };
}

function covered(needs: readonly CardNeed[], { t }: Words) {
  const { critical, criticalTaken } = coverageOf(needs);
  const words = critical === 0 ? t("list.noCritical") : t("list.covered", { taken: criticalTaken, seats: critical });
  return { full: criticalTaken, empty: critical - criticalTaken, words };
}

/** A day with the words before it. */
export function dueOf(on: string, before: string, dates: Words["dates"]): DueWords {
  const shape = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return { before, on, day: dates.dateTime(new Date(`${on}T00:00:00Z`), shape) };
}

function seatsOf(needs: readonly CardNeed[], { t }: Words) {
  const open = needs.filter(({ seats, accepted }) => accepted < seats);
  const critical = open.filter(({ isCritical }) => isCritical);
  const shown = (critical.length > 0 ? critical : open).slice(0, OPEN_SHOWN);
  if (shown.length === 0) return null;
  const titles = shown.map(({ title }) => title).join(" · ");
  const more = open.length > shown.length ? ` ${t("list.more", { count: open.length - shown.length })}` : "";
  return { head: critical.length > 0 ? t("list.open") : t("list.openUseful"), words: titles + more };
}
