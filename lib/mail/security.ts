import "server-only";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { queueMail } from "./outbox";

const KINDS = {
  "account.passwordSet": "passwordSet",
  "account.passwordRemoved": "passwordRemoved",
  "account.sessionsEnded": "sessionsEnded",
} as const;

type Row = { kind: keyof typeof KINDS; at: Date; email: string; locale: Locale; name: string };

/**
 * Tells the owner of an account that a key to it changed (rule NT5): it always arrives, and whoever did not do it learns
 * what to do. Run again, it writes no second mail.
 */
export async function mailOfSecurity(activityId: string): Promise<void> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT v."kind", v."at", a."email", a."locale", m."name"
      FROM "Activity" v JOIN "Account" a ON a."id" = v."subjectId" JOIN "Member" m ON m."accountId" = a."id"
     WHERE v."id" = ${activityId}::uuid AND v."kind" = ANY(${Object.keys(KINDS)})`;
  if (!row) return;
  const { email, locale } = row;
  await db.$transaction((tx) =>
    queueMail(tx, { recipient: email, locale, uniqueKey: `security:${activityId}`, ...wordsFor(row) }),
  );
}

function wordsFor({ kind, at, locale, name }: Row): { subject: string; text: string } {
  const say = translatorFor(locale);
  const key = KINDS[kind];
  const text = [
    say("account.mail.greeting", { name }),
    say(`account.mail.${key}.text`, { at }),
    say("account.mail.notYou"),
    env.APP_URL + pathTo({ pathname: "/settings/security" }, locale),
    say("account.mail.signature"),
  ];
  return { subject: say(`account.mail.${key}.subject`), text: `${text.join("\n\n")}\n` };
}
