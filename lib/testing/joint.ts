import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { answerCoHost, askCoHost } from "@/lib/project/cohosting/commands";
import { aNeed, makeCrowd, makeGroup, makeProject } from "./projects";

type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: { readonly code: string } };

/** «ok», or the code of the refusal. */
export const codeOf = (answer: Result<unknown>): string => (answer.ok ? "ok" : answer.refusal.code);

/** Two associations, one project of the first, and people in one, the other, both, neither. */
export async function makeJoint(now: Date, { isMembersOnly = true } = {}) {
  const [owner, ada, steward, bea, both, stranger] = (await makeCrowd(6)) as [Actor, Actor, Actor, Actor, Actor, Actor];
  const lead = await makeGroup({ steward: owner, active: [ada, both] });
  const guest = await makeGroup({ steward, active: [bea, both] });
  const project = await makeProject(owner, {
    ...{ title: `Progetto ${randomUUID()}`, association: lead.slug, isMembersOnly },
    needs: [aNeed({ seats: 3 }), aNeed({ row: 1, title: "Il tetto", isCritical: false, seats: 2 })],
  });
  const { slug } = project;
  const ask = (by = owner, at = now, association = guest.slug) =>
    askCoHost(by, { slug, association, reason: "Perché sapete di acque e di tetti.", brings: "" }, at);
  const asked = async (associationId = guest.id) =>
    (
      await db.coHosting.findFirstOrThrow({
        where: { projectId: project.id, associationId },
        orderBy: { askedAt: "desc" },
        select: { id: true },
      })
    ).id;
  const answer = async (said: "CARRYING" | "NOT_NOW", by = steward, at = now) =>
    answerCoHost(by, { coHostingId: await asked(), answer: said }, at);
  const join = async () => {
    await ask();
    await answer("CARRYING");
    return asked();
  };
  return { owner, ada, steward, bea, both, stranger, lead, guest, project, ask, asked, answer, join };
}
export type Joint = Awaited<ReturnType<typeof makeJoint>>;
