import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { writeLetter } from "@/lib/membership/letter/commands";
import { makeLink } from "@/lib/membership/link/commands";
import { mailLetters } from "@/lib/notification/letter/delivery";

export const WHY = "Ti abbiamo visto montare un banco alla fiera: qui serve chi sa farlo.";

/** An address nobody has. */
export const anAddress = () => `${crypto.randomUUID()}@example.org`;

/** The text of the newest mail to an address; empty without one. */
export async function mailTo(recipient: string): Promise<string> {
  const mail = await db.outboxMail.findFirst({ where: { recipient }, orderBy: { createdAt: "desc" } });
  return mail ? `${mail.subject}\n${mail.text}` : "";
}

/** The secret in a letter that was mailed. */
export const tokenIn = (mail: string) => /\/(?:inviti|invitations)\/([A-Za-z0-9_-]{43})\b/.exec(mail)?.[1] ?? "";

/** A letter written, mailed and opened: its address and its secret. */
export async function aLetter(steward: Actor, associationSlug: string, { email = anAddress(), now = new Date() } = {}) {
  const written = await writeLetter(steward, { associationSlug, email, reason: WHY }, now);
  if (!written.ok) throw new Error(written.refusal.code);
  await mailLetters(now);
  const token = tokenIn(await mailTo(email));
  const { id } = await db.letter.findFirstOrThrow({ where: { email }, select: { id: true } });
  return { id, email, token };
}

/** A link of an association, with its secret. */
export async function aLink(maker: Actor, associationSlug: string, { usesMax = 3, days = 10, now = new Date() } = {}) {
  const made = await makeLink(maker, { associationSlug, reason: WHY, usesMax, days }, now);
  if (!made.ok) throw new Error(made.refusal.code);
  const where = { makerId: maker.memberId };
  const link = await db.invitationLink.findFirstOrThrow({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return { id: link.id, token: link.code };
}
