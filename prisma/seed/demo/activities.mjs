import { idAt, insert, known } from "./database.mjs";

/** What timelines and «Detto / Fatto» read: the main turns of the world, in the order in which they happened. */
export async function seedActivities(client, context) {
  const activities = [
    ...foundings(context),
    ...applications(context),
    ...departures(context),
    ...roles(context),
    ...projects(context),
    ...coHosts(context),
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

/** A contribution nobody confirmed lapses after so many days (rule PJ5). */
const LAPSE_DAYS = 21;

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
    .flatMap(({ id, membershipId, grantedById, grantedAt, acceptedAt }) => {
      const { memberId, associationId } = known(byId, membershipId);
      const about = { associationId, subjectId: id };
      return [
        { kind: "membership.roleOffered", actorId: grantedById, memberId, ...about, at: grantedAt },
        { kind: "membership.roleAccepted", actorId: memberId, ...about, at: acceptedAt },
      ];
    });
}

const told = ({ slug, title }) => ({ slug, project: title });

function projects({ projects, transitions }) {
  const byId = new Map([...projects.values()].map(({ row }) => [row.id, row]));
  return transitions.map(({ projectId, from, to, actorId, at }) => {
    const project = known(byId, projectId);
    const about = { actorId, associationId: project.associationId, projectId, subjectId: projectId, at };
    if (from === null) return { kind: "project.proposed", ...about, data: told(project) };
    if (to === "COMPLETED") return { kind: "project.concluded", ...about, data: told(project) };
    return { kind: "project.transitioned", ...about, data: { ...told(project), from, to } };
  });
}

/** Those asked were told of the project's name alone, as they are of one for members (rule A2). */
function coHosts({ coHosts }) {
  return coHosts.flatMap(({ row: { id: subjectId, projectId, associationId, ...row }, project }) => {
    const about = { associationId, subjectId };
    const asked = { actorId: row.askedById, data: { project: project.title }, at: row.askedAt };
    const joined = { actorId: row.answeredById, projectId, data: told(project), at: row.answeredAt };
    return [
      { kind: "project.coHostAsked", ...about, ...asked },
      { kind: "project.coHostJoined", ...about, ...joined },
    ];
  });
}

function offers({ offers }) {
  return offers.flatMap(({ row, needRow, project }) => {
    const data = { ...told(project), need: needRow.title };
    const about = { associationId: project.associationId, projectId: project.id, subjectId: row.id, data };
    const byOwner = { actorId: project.ownerId, memberId: row.memberId, ...about };
    const byOfferer = { actorId: row.memberId, memberId: project.ownerId, ...about };
    const decided = row.state === "QUEUED" ? "project.offerQueued" : "project.offerAccepted";
    const wasSeated = row.decidedAt === null ? 0 : 1;
    return [
      { kind: "project.offered", ...byOfferer, at: row.offeredAt },
      { kind: decided, ...byOwner, at: row.decidedAt },
      { kind: "project.offerWithdrawn", ...byOfferer, data: { ...data, wasSeated }, at: row.closedAt },
    ];
  });
}

/** The project something belongs to, as activities name it; nothing for what was done for the association itself. */
function placeOf({ projectId, associationId }, { projects }) {
  const project = [...projects.values()].find(({ row }) => row.id === projectId)?.row;
  const ownerId = project?.ownerId ?? null;
  const about = { projectId, associationId: associationId ?? project?.associationId ?? null };
  return { about: { ...about, data: project ? told(project) : {} }, ownerId };
}

function contributions(context) {
  return context.contributions.flatMap((row) => {
    const { about, ownerId } = placeOf(row, context);
    const lapsedAt = row.state === "LAPSED" ? context.clock.after(row.declaredAt, LAPSE_DAYS) : null;
    const subjectId = row.id;
    const owner = ownerId === row.memberId ? null : ownerId;
    return [
      {
        kind: "contribution.declared",
        actorId: row.memberId,
        memberId: owner,
        ...about,
        subjectId,
        at: row.declaredAt,
      },
      {
        kind: "contribution.confirmed",
        actorId: row.confirmedById,
        memberId: row.memberId,
        ...about,
        subjectId,
        at: row.confirmedAt,
      },
      { kind: "contribution.lapsed", memberId: row.memberId, ...about, subjectId, at: lapsedAt },
    ];
  });
}

function commitments(context) {
  return context.commitments.map((row) => {
    const { about, ownerId } = placeOf(row, context);
    const data = { ...about.data, state: row.state };
    const people = row.state === "MISSED" ? { memberId: row.memberId } : { actorId: row.memberId, memberId: ownerId };
    return { kind: "contribution.commitmentClosed", ...people, ...about, data, subjectId: row.id, at: row.closedAt };
  });
}
