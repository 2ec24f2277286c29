import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { ASSOCIATION_REF, refOf } from "../sight/queries";
import type { AskedVouch, GivenVouch, OwnVouch } from "./types";

/** The words asked for on an application, as its applicant reads them: given, or not yet. Whoever asks is the applicant. */
export async function listOwnVouches(applicationId: string): Promise<OwnVouch[]> {
  const rows = await db.vouch.findMany({
    where: { applicationId },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: { state: true, sentence: true, sponsor: { select: { handle: true, name: true } } },
  });
  return rows.map(({ state, sentence, sponsor }) => ({ ...sponsor, sentence: state === "GIVEN" ? sentence : null }));
}

/** The words given on an application, as whoever decides reads them; what was not given is not there (rule PT3). */
export async function listGivenVouches(applicationId: string): Promise<GivenVouch[]> {
  const association = { applications: { some: { id: applicationId } } };
  const here = { where: { association, state: "ACTIVE" as const }, select: { id: true } };
  const rows = await db.vouch.findMany({
    where: { applicationId, state: "GIVEN" },
    orderBy: [{ closedAt: "asc" }, { id: "asc" }],
    select: { sentence: true, sponsor: { select: { name: true, memberships: here } } },
  });
  return rows.map(({ sentence, sponsor }) => ({
    sentence,
    name: sponsor.name,
    counts: sponsor.memberships.length > 0,
  }));
}

/** The words asked of the actor that wait, where they take part; the nearest day first. */
export async function listAskedVouches(actor: Actor, now = new Date()): Promise<AskedVouch[]> {
  const { memberId: sponsorId } = actor;
  const association = { memberships: { some: { memberId: sponsorId, state: "ACTIVE" as const } } };
  const rows = await db.vouch.findMany({
    where: { sponsorId, state: "ASKED", application: { state: "PENDING", answerBy: { gte: now }, association } },
    orderBy: [{ application: { answerBy: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      application: {
        select: {
          answerBy: true,
          member: { select: { handle: true, name: true } },
          association: { select: ASSOCIATION_REF },
        },
      },
    },
  });
  return rows.map(({ id, application: { answerBy, member, association: place } }) => ({
    ...{ id, applicant: member, association: refOf(place) },
    answerBy: (answerBy ?? now).toISOString(),
  }));
}
