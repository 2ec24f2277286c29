import "server-only";
import { logger } from "@/lib/log/logger";
import { isMailShown } from "./development";
import { markFailed, markSent, type TakenMail, takeDueMail } from "./outbox";
import { isServerFault, openTransport, reasonOf, type Transport } from "./transport";

const kept = globalThis as typeof globalThis & { tesseraTransport?: Transport | null };

function transport(): Transport | null {
  if (kept.tesseraTransport === undefined) kept.tesseraTransport = openTransport();
  return kept.tesseraTransport;
}

/** Ends the connection to the mail server, when there is one. */
export function closeTransport(): void {
  kept.tesseraTransport?.close();
  delete kept.tesseraTransport;
}

/**
 * Sends what is due, the longest waiting first, until nothing is left or the server cannot be reached; returns how many
 * left. Without a server a mail counts as sent once the page for developers shows it; where that page is closed too,
 * mails wait.
 */
export async function sendDueMail(clock = () => new Date()): Promise<number> {
  if (!transport() && !isMailShown()) return 0;
  let sent = 0;
  for (let mail = await takeDueMail(clock()); mail; mail = await takeDueMail(clock())) {
    const fault = await attempt(mail);
    if (!fault) {
      await markSent(mail.id, clock());
      sent += 1;
    } else if (fault.isServers) return sent;
  }
  return sent;
}

/** One attempt; what went wrong is kept with the mail. Null when it left. */
async function attempt(mail: TakenMail): Promise<{ isServers: boolean } | null> {
  try {
    await transport()?.send(mail);
    return null;
  } catch (error) {
    const reason = reasonOf(error);
    const isGivenUp = await markFailed(mail, reason);
    logger().warn({ event: "mail.failed", id: mail.id, attempts: mail.attempts, reason, isGivenUp });
    return { isServers: isServerFault(error) };
  }
}

let running: Promise<unknown> | null = null;
let isAskedAgain = false;

/** One at a time in each process, so that a server that hangs holds up one worker; who comes meanwhile is not forgotten. */
export async function sendMailAlone(): Promise<void> {
  if (running) {
    isAskedAgain = true;
    return;
  }
  do {
    isAskedAgain = false;
    running = sendDueMail();
    await running.finally(() => {
      running = null;
    });
  } while (isAskedAgain);
}
