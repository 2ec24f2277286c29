import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { tellOf } from "@/lib/notification/delivery";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";
import { anAssociation, aPerson, papersFor } from "./associations";
import { anOffer, makeProject } from "./projects";

/** Forgets whatever was told and mailed. */
export async function forgetTellings(): Promise<void> {
  await db.outboxMail.deleteMany();
  await db.$executeRaw`DELETE FROM "Notification"`;
}

/** What the job does for what happens in `act`. */
export async function telling(act: () => Promise<unknown>): Promise<string> {
  const newest = await db.activity.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const answer = (await act()) as { ok?: boolean; refusal?: { code: string } } | undefined;
  if (answer?.ok === false) throw new Error(answer.refusal?.code);
  const rows = await db.activity.findMany({
    where: newest ? { id: { gt: newest.id } } : {},
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of rows) await tellOf(id);
  return rows.at(-1)?.id ?? "";
}

/** The kinds somebody was told, in order. */
export const toldTo = async ({ memberId }: Actor): Promise<string[]> =>
  (await db.notification.findMany({ where: { memberId }, orderBy: { id: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

/** The mails to somebody. */
export async function mailsTo({ accountId }: Actor) {
  const { email } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  return db.outboxMail.findMany({ where: { recipient: email }, select: { subject: true, text: true, locale: true } });
}

/** Somebody about to apply to an association. */
export async function anApplication() {
  const { id, slug, steward } = await anAssociation();
  const applicant = await aPerson("Carla Candidata");
  const papers = await papersFor(slug);
  return { id, slug, steward, applicant, apply: () => applyToAssociation(applicant, papers) };
}

/** The application of somebody. */
export const applicationOf = ({ memberId }: Actor) =>
  db.application.findFirstOrThrow({ where: { memberId, door: "APPLICATION" }, select: { id: true } });

/** A project with who leads it and who sits in it. */
export async function aSeatedProject() {
  const [lead, helper] = [await aPerson("Lea Guida"), await aPerson("Olmo Aiuto", { competences: { accounting: 3 } })];
  const { needIds, slug, id } = await makeProject(lead);
  await offerToNeed(helper, anOffer(needIds[0] ?? ""));
  const { id: offerId } = await db.needOffer.findFirstOrThrow({
    where: { memberId: helper.memberId },
    select: { id: true },
  });
  await acceptOffer(lead, { offerId });
  return { lead, helper, slug, id };
}
