import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { MessageView } from "./types";

/** What was said on an application, in its order. Whoever asks has been found to read its papers. */
export async function listMessages(actor: Actor, applicationId: string): Promise<MessageView[]> {
  const rows = await db.applicationMessage.findMany({
    where: { applicationId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, text: true, at: true, authorId: true },
      author: { select: { name: true } },
      application: { select: { memberId: true } },
    },
  });
  return rows.map(({ id, text, at, authorId, author, application }) => ({
    ...{ id, text, author: author.name, at: at.toISOString() },
    isOwn: authorId === actor.memberId,
    isApplicants: authorId === application.memberId,
  }));
}
