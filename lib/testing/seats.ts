import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { makeCrowd, makeProject } from "./projects";

/** What somebody who sits in the project says they did. */
export const DEED = { kind: "SKILL" as const, title: "Relazione sul solaio", hours: 90, doneOn: "2026-11-20" };

/** A project whose owner, Ada and Bo take part in it, with a stranger; Ada and Bo have a commitment each, Ada's due on 15 January. */
export async function makeSeated(now: Date) {
  const [owner, ada, bo, stranger] = (await makeCrowd(4)) as [Actor, Actor, Actor, Actor];
  const project = await makeProject(owner, { title: `Progetto ${randomUUID()}` });
  const needId = project.needIds[0] ?? "";
  await db.need.update({ where: { id: needId }, data: { seats: 2 } });
  for (const { memberId } of [ada, bo])
    await db.needOffer.create({
      data: {
        ...{ needId, memberId, brings: "CONTACT", contact: "Una persona", state: "ACCEPTED", offeredAt: now },
        commitment: {
          create: {
            memberId,
            projectId: project.id,
            text: "Verifica",
            createdAt: now,
            dueOn: memberId === ada.memberId ? new Date("2027-01-15") : null,
          },
        },
      },
    });
  return { owner, ada, bo, stranger, project };
}

/** The deed declared last in a project. */
export async function newestDeed(projectId: string): Promise<string> {
  const newest = { where: { projectId }, orderBy: { id: "desc" as const }, select: { id: true } };
  return (await db.contribution.findFirstOrThrow(newest)).id;
}
