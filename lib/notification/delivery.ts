import "server-only";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import { translatorFor } from "@/lib/i18n/translator";
import { logger } from "@/lib/log/logger";
import { queueMail } from "@/lib/mail/outbox";
import { type ActivityFacts, listRecipients, type Recipient, readActivity } from "./facts";
import { findTold } from "./queries";
import { detailIn, isCertainMail, isMailed, leavesByMail } from "./rules";
import { targetOf } from "./target/rules";
import { TELLINGS } from "./telling/rules";
import type { Telling } from "./telling/types";
import type { MailedKind, Told } from "./types";

/**
 * Tells whoever is concerned of one activity, in the product and, where the rules say so, by one mail each. Runs after
 * the commit of what happened; run again, it tells nobody twice, and goes on where it was interrupted.
 */
export async function tellOf(activityId: string, now = new Date()): Promise<void> {
  const activity = await readActivity(db, activityId);
  if (!activity) return;
  let told = 0;
  for (const telling of TELLINGS[activity.kind]) told += await tellCircle(activity, telling, now);
  logger().info({ event: "activity", kind: activity.kind, activityId, told });
}

/** How many were told. */
async function tellCircle(activity: ActivityFacts, telling: Telling, now: Date): Promise<number> {
  const { kind } = telling;
  const recipients = await listRecipients(db, activity, telling, now);
  const mailed = recipients.filter(({ isMailWanted }) => leavesByMail(kind, isMailWanted));
  const others = recipients.filter((recipient) => !mailed.includes(recipient));
  const { count } = await db.notification.createMany({
    data: others.map(({ memberId }) => ({ memberId, activityId: activity.id, kind, createdAt: now })),
    skipDuplicates: true,
  });
  const facts = mailed.length > 0 ? await findTold(activity.id) : null;
  if (!facts || !isMailed(kind)) return count;
  let told = count;
  for (const recipient of mailed) told += await tellByMail(activity.id, recipient, { ...facts, kind }, now);
  return told;
}

type MailedTold = Told & { readonly kind: MailedKind };

/** The notification and its mail come to be together or not at all; 0 when this person was told already. */
async function tellByMail(activityId: string, recipient: Recipient, told: MailedTold, now: Date): Promise<number> {
  const { memberId, email, locale } = recipient;
  const data = [{ memberId, activityId, kind: told.kind, createdAt: now }];
  return db.$transaction(async (tx) => {
    const { count } = await tx.notification.createMany({ data, skipDuplicates: true });
    if (count === 0) return 0;
    await queueMail(tx, {
      recipient: email,
      locale,
      uniqueKey: `told:${activityId}:${memberId}`,
      ...wordsFor(recipient, told),
    });
    return count;
  });
}

/** The mail: what happened, where to go on, why it came. Plain text, in the person's language. */
function wordsFor({ name, locale }: Recipient, told: MailedTold): { subject: string; text: string } {
  const t = translatorFor(locale);
  const words = {
    actor: told.actor?.name ?? "",
    association: told.association?.name ?? "",
    project: told.project?.name ?? "",
    place: (told.project ?? told.association)?.name ?? "",
    detail: detailIn(told, { language: locale, say: (key) => t(`directory.${key}`) }),
  };
  const sentence = t(`notification.sentence.${told.kind}`, words);
  const text = [
    t("notification.mail.greeting", { name }),
    /[.?]$/.test(sentence) ? sentence : `${sentence}.`,
    t(`notification.mail.more.${told.kind}`),
    env.APP_URL + pathTo(targetOf(told), locale),
    t(isCertainMail(told.kind) ? "notification.mail.certain" : "notification.mail.optional", {
      address: env.APP_URL + pathTo({ pathname: "/settings/notifications" }, locale),
    }),
  ];
  return { subject: sentence, text: `${text.join("\n\n")}\n` };
}
