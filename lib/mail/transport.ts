import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { TakenMail } from "./outbox";

/** Sends one mail; rejects with what the server said. */
export type Transport = { send: (mail: TakenMail) => Promise<void>; close: () => void };

const SECOND_MS = 1_000;

/**
 * The way out, one connection kept open between mails; null when no server is configured. A server that hangs is given
 * up after seconds: the job that sends then goes on, and so does everything else.
 */
export function openTransport(): Transport | null {
  if (!env.SMTP_URL) return null;
  const smtp = createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 1,
    dnsTimeout: 5 * SECOND_MS,
    connectionTimeout: 8 * SECOND_MS,
    greetingTimeout: 8 * SECOND_MS,
    socketTimeout: 15 * SECOND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, recipient, subject, text, locale }) {
      // The same Message-ID at each attempt, so that a mail that left twice can be told to be one.
      const messageId = `<${id}@${new URL(env.APP_URL).hostname}>`;
      const headers = { "Content-Language": locale, "Auto-Submitted": "auto-generated" };
      await smtp.sendMail({
        from: env.MAIL_FROM,
        to: { name: "", address: recipient },
        subject,
        text,
        messageId,
        headers,
      });
    },
    close: () => smtp.close(),
  };
}

/** What the server said, in a line and without addresses. */
export function reasonOf(error: unknown): string {
  const { code, response, message } = error as { code?: string; response?: string; message?: string };
  const words = `${code ?? ""} ${response ?? message ?? String(error)}`.replace(/\s+/g, " ").trim();
  return words.replace(/[^\s<>:"']+@[^\s<>:"']+/g, "…");
}

/** Whether it is the server that cannot be reached, rather than this mail that it will not take. */
export function isServerFault(error: unknown): boolean {
  return !["EENVELOPE", "EMESSAGE"].includes((error as { code?: string }).code ?? "");
}
