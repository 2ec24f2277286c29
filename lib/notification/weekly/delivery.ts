import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dateOf } from "@/lib/core/duration";
import { sumOfEach } from "@/lib/core/each";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import { translatorFor } from "@/lib/i18n/translator";
import { queueMail } from "@/lib/mail/outbox";
import { listHelpNeeds } from "@/lib/project/helping/queries";
import type { HelpNeed } from "@/lib/project/helping/types";
import { locative } from "@/lib/taxonomy/place/rules";
import { competenceLabel } from "@/lib/taxonomy/rules";
import { listNamed, listWanting, type Wanting } from "./facts";
import { isTimeToWrite, NEEDS_MAX, weekOf } from "./rules";

const BATCH = 100;

type Writing = {
  /** On whose behalf needs are looked for; null when they are to be left alone. */
  readonly ownerOf: (memberId: string) => Promise<Actor | null>;
  readonly now?: Date;
};

/**
 * Writes to whoever wants it, on Monday from eight on, where they can help: open needs that fit them and that no earlier mail named,
 * each with why. Nothing new, no mail (rule NT4). Run again, or by two at once, it writes to nobody twice. Returns how many were written.
 */
export async function mailWeeklyHelp({ ownerOf, now = new Date() }: Writing): Promise<number> {
  if (!isTimeToWrite(now)) return 0;
  const weekOn = weekOf(now);
  let written = 0;
  let after: string | null = null;
  do {
    const wanting: Wanting[] = await listWanting({ after, weekOn, max: BATCH });
    written += await sumOfEach(wanting, async (person) => {
      const owner = await ownerOf(person.memberId);
      return owner ? writeTo(person, { owner, weekOn, now }) : 0;
    });
    after = wanting.at(-1)?.memberId ?? null;
  } while (after !== null);
  return written;
}

type Letter = { owner: Actor; weekOn: string; now: Date };

async function writeTo(person: Wanting, { owner, weekOn, now }: Letter): Promise<number> {
  const { memberId, email, locale } = person;
  const except = await listNamed(memberId, now);
  const needs = await listHelpNeeds(owner, { max: NEEDS_MAX, except }, now);
  if (needs.length === 0) return 0;
  const data = [{ memberId, weekOn: dateOf(weekOn), needIds: needs.map(({ id }) => id), sentAt: now }];
  return db.$transaction(async (tx) => {
    const { count } = await tx.weeklyHelp.createMany({ data, skipDuplicates: true });
    if (count === 0) return 0;
    const uniqueKey = `weeklyHelp:${weekOn}:${memberId}`;
    await queueMail(tx, { recipient: email, locale, uniqueKey, ...wordsFor(person, needs) });
    return count;
  });
}

/** The mail: each need with where it is, why they, and its address; then how to stop it. */
function wordsFor({ name, locale }: Wanting, needs: readonly HelpNeed[]): { subject: string; text: string } {
  const t = translatorFor(locale);
  const text = [
    t("notification.mail.greeting", { name }),
    t("notification.weekly.intro", { count: needs.length }),
    ...needs.map((need) => lineFor(need, locale)),
    t("notification.weekly.more", { address: env.APP_URL + pathTo({ pathname: "/projects" }, locale) }),
    t("notification.weekly.stop", { address: env.APP_URL + pathTo({ pathname: "/settings/notifications" }, locale) }),
  ];
  return { subject: t("notification.weekly.subject", { count: needs.length }), text: `${text.join("\n\n")}\n` };
}

function lineFor({ id, title, project, dueOn, isCritical, ...why }: HelpNeed, locale: "it" | "en"): string {
  const t = translatorFor(locale);
  const where = project.association ? `${project.title} · ${project.association}` : project.title;
  const due = dueOn && new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(dateOf(dueOn));
  const weight = t(`project.helping.${isCritical ? "critical" : "useful"}`);
  const params = { slug: project.slug, id };
  return [
    `${title} (${weight}${due ? `, ${t("notification.weekly.due", { due })}` : ""})`,
    where,
    reasonFor({ ...why, place: project.place }, locale),
    env.APP_URL + pathTo({ pathname: "/projects/[slug]/needs/[id]", params }, locale),
  ].join("\n");
}

type Why = Pick<HelpNeed, "held" | "sought" | "isNear"> & { readonly place: string | null };

/** Why they of all people, in the words of the list on their home. */
function reasonFor({ held, sought, isNear, place }: Why, locale: "it" | "en"): string {
  const t = translatorFor(locale);
  const where = place && isNear ? locative(place, locale) : null;
  const nearby = where ? ` ${t("project.helping.andNear", { place: where })}` : "";
  if (held) return t("project.helping.held", { competence: competenceLabel(held, locale) }) + nearby;
  if (sought) return t("project.helping.sought", { competence: competenceLabel(sought, locale) }) + nearby;
  return t("project.helping.near", { place: where ?? "" });
}
