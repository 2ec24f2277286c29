import { idAt, insert } from "./database.mjs";

/** How far back people have been told: what is older has long been read and forgotten. */
const TOLD_DAYS = 60;
const READ_AFTER_DAYS = 1;

/**
 * What people were told of the activities of the last weeks: what waits for them is unread, the rest they have seen.
 * A part of what lib/notification/telling/rules.ts would have told them; kinds are those of lib/notification/types.ts.
 */
export async function seedNotifications(client, context) {
  const since = context.clock.after(context.clock.now, -TOLD_DAYS);
  const rows = context.activities
    .filter(({ at }) => at > since)
    .flatMap((activity) =>
      (TELLINGS[activity.kind]?.(activity, context) ?? []).map((telling) => rowOf(activity, telling, context)),
    );
  await insert(client, "Notification", rows);
}

function rowOf({ id, at }, { kind, memberId, waits = false }, { clock }) {
  return {
    id: idAt(at),
    memberId,
    activityId: id,
    kind,
    createdAt: at,
    readAt: waits ? null : clock.after(at, READ_AFTER_DAYS),
  };
}

const person =
  (kind) =>
  ({ memberId }) => [{ kind, memberId }];

const TELLINGS = {
  "membership.applied": (activity, context) => {
    const waits = isStill(context.applications, activity, "PENDING");
    return waits
      ? stewardsOf(activity, context).map((memberId) => ({ kind: "applicationToDecide", memberId, waits }))
      : [];
  },
  "membership.admitted": person("applicationAdmitted"),
  "project.offered": (activity, context) => {
    const waits = isStill(context.offers, activity, "WAITING");
    return waits ? [{ kind: "offerToDecide", memberId: activity.memberId, waits }] : [];
  },
  "project.offerAccepted": person("offerAccepted"),
  "contribution.declared": (activity, context) => {
    const waits = context.contributions.some(({ id, state }) => id === activity.subjectId && state === "DECLARED");
    const others = participantsOf(activity, context).filter((memberId) => memberId !== activity.actorId);
    return waits ? others.map((memberId) => ({ kind: "contributionToConfirm", memberId, waits })) : [];
  },
  "contribution.confirmed": person("contributionConfirmed"),
  "contribution.lapsed": person("contributionLapsed"),
};

const isStill = (entries, { subjectId }, state) =>
  entries.some(({ row }) => row.id === subjectId && row.state === state);

function stewardsOf({ associationId }, { roles, memberships }) {
  const holders = new Set(roles.map(({ membershipId }) => membershipId));
  return memberships
    .filter(({ row }) => row.associationId === associationId && holders.has(row.id))
    .map(({ row }) => row.memberId);
}

/** Whoever leads the project and whoever has a seat in it. */
function participantsOf({ projectId }, { projects, offers }) {
  const seated = offers.filter(({ row, project }) => project.id === projectId && row.state === "ACCEPTED");
  const lead = [...projects.values()].find(({ row }) => row.id === projectId)?.row.ownerId;
  return [...new Set([...(lead ? [lead] : []), ...seated.map(({ row }) => row.memberId)])];
}
