import "server-only";
import { db } from "@/lib/db/client";
import { env, isSecure } from "@/lib/env";

/**
 * Whether mails are shown on a page instead of being sent: where no mail server is configured. Never on a site reached
 * over https, where that page would hand everybody's sign-in links to anybody.
 */
export const isMailShown = () => !env.SMTP_URL && !isSecure();

export type ShownMail = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
  readonly createdAt: Date;
};

/** The newest mails, whether or not the job has seen them. */
export function listNewestMail(): Promise<ShownMail[]> {
  return db.outboxMail.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, recipient: true, subject: true, text: true, locale: true, createdAt: true },
  });
}
