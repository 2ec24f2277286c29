import "server-only";
import { hashToken, newToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { pathTo } from "@/lib/i18n/path-to";
import type { Locale } from "@/lib/i18n/routing";
import { translatorFor } from "@/lib/i18n/translator";
import { queueMail } from "@/lib/mail/outbox";
import { standsBehind } from "@/lib/membership/invitation/facts";
import { closeLetters, mailKeyOf } from "@/lib/membership/letter/commands";

/** How many letters leave in one run, of one a minute: a list of two hundred takes ten minutes. */
export const LETTERS_A_RUN = 20;

type DueLetter = {
  readonly id: string;
  readonly associationId: string;
  readonly inviterId: string;
  readonly email: string;
  readonly reason: string;
  readonly expiresAt: Date;
  readonly isImport: boolean;
  readonly inviter: string;
  readonly association: string;
  readonly locale: Locale;
  /** Whoever belongs already is not written to, and whoever wrote does not learn of it. */
  readonly isMember: boolean;
};

/**
 * Mails the letters that wait, but those of whoever is suspended; of whoever may no longer ask people in it takes them back. Those of an import last. The token comes to be here, with the mail that carries it, and of it
 * only the hash is kept. Run again, or by two at once, it writes no second mail. Returns how many were seen to.
 */
export async function mailLetters(now = new Date()): Promise<number> {
  for (let count = 0; count < LETTERS_A_RUN; count += 1) {
    const isDone = await db.$transaction(async (tx) => {
      const letter = await takeLetter(tx, now);
      if (!letter) return true;
      await mailLetter(tx, letter, now);
      return false;
    });
    if (isDone) return count;
  }
  return LETTERS_A_RUN;
}

async function takeLetter(tx: Tx, now: Date): Promise<DueLetter | null> {
  const [letter] = await tx.$queryRaw<DueLetter[]>`
    SELECT l."id"::text, l."associationId"::text, l."inviterId"::text, l."email", l."reason", l."expiresAt", l."importId" IS NOT NULL AS "isImport", w."name" AS "inviter",
           s."name" AS "association", s."contentLocale" AS "locale",
           EXISTS (SELECT 1 FROM "Account" a JOIN "Member" m ON m."accountId" = a."id" JOIN "Membership" b ON b."memberId" = m."id"
                    WHERE a."email" = l."email" AND b."associationId" = s."id" AND b."state" IN ('ACTIVE', 'PAUSED')) AS "isMember"
      FROM "Letter" l JOIN "Association" s ON s."id" = l."associationId" JOIN "Member" w ON w."id" = l."inviterId"
      JOIN "Account" k ON k."id" = w."accountId" AND k."suspendedAt" IS NULL
     WHERE l."state" = 'PENDING' AND l."mailedAt" IS NULL AND l."expiresAt" > ${now}::timestamptz AND s."state" = 'OPEN'
     ORDER BY l."importId" IS NOT NULL, l."createdAt", l."id" LIMIT 1 FOR UPDATE OF l SKIP LOCKED`;
  return letter ?? null;
}

async function mailLetter(tx: Tx, letter: DueLetter, now: Date): Promise<void> {
  const { id, email, locale } = letter;
  if (!(await standsBehind(tx, { ...letter, now }))) {
    await closeLetters(tx, { where: { id }, state: "WITHDRAWN", now });
    return;
  }
  const token = newToken();
  await tx.letter.update({ where: { id }, data: { tokenHash: hashToken(token), mailedAt: now } });
  if (letter.isMember) return;
  await queueMail(tx, { recipient: email, locale, uniqueKey: mailKeyOf(id), ...wordsFor(letter, token) });
}

/** What the mail says: who, why, where to read on, and what becomes of the address. Nobody is called by a name somebody else typed. */
function wordsFor({ inviter, association, reason, expiresAt, locale, isImport }: DueLetter, token: string) {
  const say = translatorFor(locale);
  const words = { inviter, association };
  const text = [
    say("notification.letter.greeting"),
    say(`notification.letter.${isImport ? "textImport" : "text"}`, words),
    reason,
    say("notification.letter.steps"),
    env.APP_URL + pathTo({ pathname: "/invitations/[token]", params: { token } }, locale),
    say("notification.letter.keeping", { inviter, until: expiresAt }),
    say("account.mail.signature"),
  ];
  const subject = say(`notification.letter.${isImport ? "subjectImport" : "subject"}`, words);
  return { subject, text: `${text.join("\n\n")}\n` };
}
