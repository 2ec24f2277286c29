import { idAt, insert, known } from "./database.mjs";

/** What timelines and «Detto / Fatto» read: the main turns of the world, in the order in which they happened. */
export async function seedActivities(client, context) {
  const activities = [
    ...foundings(context),
    ...applications(context),
    ...departures(context),
    ...roles(context),
    ...projects(context),
    ...offers(context),
    ...contributions(context),
    ...commitments(context),
  ].filter(({ at }) => at !== null);
  const rows = activities.map((activity) => ({ id: idAt(activity.at), ...COMMON, ...activity }));
  await insert(
    client,
    "Activity",
    rows.toSorted((a, b) => a.at.localeCompare(b.at)),
  );
  return rows;
}

const COMMON = { actorId: null, memberId: null, associationId: null, projectId: null, data: {} };

function foundings({ world, associations, members, clock }) {
  return world.associations.map(({ slug, foundedDay, founders }) => {
    const id = known(associations, slug);
    const actorId = known(members, founders[0]);
    return {
      kind: "association.founded",
      actorId,
      associationId: id,
      subjectId: id,
      at: clock.at(foundedDay, "10:00"),
    };
  });
}

const ENDED = { DECLINED: "declined", WITHDRAWN: "withdrawn", EXPIRED: "expired", ACCEPTED: "admitted" };

function applications({ applications }) {
  return applications
    .filter(({ row }) => row.door === "APPLICATION")
    .flatMap(({ row, decisions }) => {
      const about = { associationId: row.associationId, subjectId: row.id };
      const applied = { kind: "membership.applied", actorId: row.memberId, ...about, at: row.submittedAt };
      if (row.state === "PENDING") return [applied];
      const decider = decisions.at(-1)?.deciderId ?? null;
      const actorId = row.state === "WITHDRAWN" ? row.memberId : decider;
      const memberId = row.memberId;
      return [applied, { kind: `membership.${ENDED[row.state]}`, actorId, memberId, ...about, at: row.closedAt }];
    });
}

function departures({ memberships }) {
  return memberships
    .filter(({ row }) => row.state === "LEFT")
    .map(({ row: { id, memberId, associationId, stateSince } }) => {
      return { kind: "membership.left", actorId: memberId, associationId, subjectId: id, at: stateSince };
    });
}

function roles({ roles, memberships }) {
  const byId = new Map(memberships.map(({ row }) => [row.id, row]));
  return roles
    .filter(({ grantedById }) => grantedById !== null)
    .flatMap(({ id, membershipId, role, grantedById, grantedAt, acceptedAt }) => {
      const { memberId, associationId } = known(byId, membershipId);
      const about = { associationId, subjectId: id, data: { role } };
      return [
        { kind: "membership.roleOffered", actorId: grantedById, memberId, ...about, at: grantedAt },
        { kind: "membership.roleAccepted", actorId: memberId, ...about, at: acceptedAt },
      ];
    });
}

function projects({ projects, transitions }) {
  const byId = new Map([...projects.values()].map(({ row }) => [row.id, row]));
  return transitions.map(({ projectId, from, to, actorId, at }) => {
    const { associationId, title } = known(byId, projectId);
    const about = { actorId, associationId, projectId, subjectId: projectId, at };
    if (from === null) return { kind: "project.proposed", ...about, data: { project: title } };
    const kind = to === "COMPLETED" ? "project.concluded" : "project.transitioned";
    return { kind, ...about, data: { project: title, from, to } };
  });
}

function offers({ offers }) {
  return offers.flatMap(({ row, need, project }) => {
    const data = { project: project.title, need: need.title.it };
    const about = { associationId: project.associationId, projectId: project.id, subjectId: row.id, data };
    const byOwner = { actorId: project.ownerId, memberId: row.memberId, ...about };
    const byOfferer = { actorId: row.memberId, ...about };
    const decided = row.state === "QUEUED" ? "project.offerQueued" : "project.offerAccepted";
    return [
      { kind: "project.offered", ...byOfferer, at: row.offeredAt },
      { kind: decided, ...byOwner, at: row.decidedAt },
      { kind: "project.offerWithdrawn", ...byOfferer, at: row.closedAt },
    ];
  });
}

function contributions({ contributions }) {
  return contributions.flatMap(({ id, memberId, projectId, associationId, minutes, confirmedById, ...row }) => {
    const about = { projectId, associationId, subjectId: id, data: { minutes } };
    return [
      { kind: "contribution.declared", actorId: memberId, ...about, at: row.declaredAt },
      { kind: "contribution.confirmed", actorId: confirmedById, memberId, ...about, at: row.confirmedAt },
    ];
  });
}

function commitments({ commitments }) {
  return commitments.map(({ id, memberId, projectId, associationId, state, closedAt }) => {
    const about = { projectId, associationId, subjectId: id, data: { state } };
    return { kind: "contribution.commitmentClosed", actorId: memberId, ...about, at: closedAt };
  });
}
