import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { inviteMember } from "@/lib/membership/invitation/commands";
import { aMemberOf, anAssociation, aPerson, makeRole, papersFor } from "./associations";

/** Why Ivo is invited. */
export const REASON = "Abbiamo visto il tuo lavoro al lavatoio e ci manca chi sappia di legno.";

/** An association with somebody in every position towards it. */
export async function makePositions() {
  const { id, slug, steward } = await anAssociation({ name: "Orto di via Nova", places: ["Bologna"] });
  const [welcomer, member, leaver] = [await makeRole(id, "WELCOMER"), await aMemberOf(id), await aMemberOf(id)];
  const [applicant, invited, outsider] = [
    await aPerson("Ada Candidata"),
    await aPerson("Ivo Invitato"),
    await aPerson(),
  ];
  const applied = await applyToAssociation(applicant, await papersFor(slug));
  const applicationId = applied.ok ? applied.value.applicationId : "";
  await inviteMember(steward, { associationSlug: slug, whom: invited.handle, reason: REASON });
  await db.membership.updateMany({
    where: { memberId: leaver.memberId },
    data: { state: "LEFT", stateSince: new Date() },
  });
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { memberId: leaver.memberId } });
  await db.membershipEvent.create({ data: { membershipId, from: "ACTIVE", to: "LEFT", at: new Date() } });
  const other = await anAssociation({ name: "Altrove" });
  return {
    id,
    slug,
    steward,
    welcomer,
    member,
    leaver,
    applicant,
    applicationId,
    invited,
    outsider,
    stranger: other.steward,
  };
}

export type Positions = Awaited<ReturnType<typeof makePositions>>;
