import { idAt, insert, known } from "./database.mjs";
import { needsApproval, untilDayOf } from "./needs.mjs";
import { word } from "./words.mjs";

/** Projects with their history, deliverables, needs and offers. Returns projects by slug, transitions and offers. */
export async function seedProjects(client, context) {
  const { world } = context;
  const projects = world.projects.map((project) => ({ project, row: rowOf(project, context) }));
  await insert(
    client,
    "Project",
    projects.map(({ row }) => row),
  );
  await insert(
    client,
    "CoProposer",
    projects.flatMap((entry) => dreamersOf(entry, context)),
  );
  const transitions = projects.flatMap((entry) => transitionsOf(entry, context));
  await insert(client, "ProjectTransition", transitions);
  await insert(
    client,
    "Deliverable",
    projects.flatMap((entry) => deliverablesOf(entry, context)),
  );
  const needs = projects.flatMap((entry) => needsOf(entry, context));
  await insert(
    client,
    "Need",
    needs.map(({ row }) => row),
  );
  const needById = new Map(needs.map((entry) => [entry.need.id, entry]));
  const offers = world.needOffers.map((offer) => offerOf(offer, { ...context, needById }));
  await insert(
    client,
    "NeedOffer",
    offers.map(({ row }) => row),
  );
  return { projects: new Map(projects.map((entry) => [entry.project.slug, entry])), transitions, needById, offers };
}

/** As many as associations begin with. */
const PEOPLE_NEEDED = 3;

function dreamersOf({ project, row }, { clock, members, competences }) {
  return (project.dreamers ?? []).map(({ member, competence, brings, day }) => {
    const joinedAt = clock.at(day, "11:00");
    return {
      id: idAt(joinedAt),
      projectId: row.id,
      memberId: known(members, member),
      brings: "COMPETENCE",
      competenceId: known(competences, competence),
      message: brings,
      joinedAt,
    };
  });
}

const dayOf = ({ history }, state) => history.find((step) => step.state === state)?.day;
const atOrNull = (clock, day, time) => (day === undefined ? null : clock.at(day, time));

function rowOf(project, { clock, members, associations }) {
  const createdAt = clock.at(project.history[0].day, "10:00");
  return {
    id: idAt(createdAt),
    slug: project.slug,
    title: project.title.it,
    associationId: project.association && known(associations, project.association),
    ownerId: known(members, project.owner),
    kind: word("projectKind", project.kind),
    state: word("project", project.state),
    purpose: project.purpose.it,
    description: project.description.it,
    placeSlug: project.place,
    forWhom: project.forWhom ?? "",
    whyTogether: project.whyTogether ?? "",
    values: project.valuesServed,
    peopleNeeded: dayOf(project, "idea") === undefined ? null : (project.peopleNeeded ?? PEOPLE_NEEDED),
    isMembersOnly: project.openTo === "members",
    needsApproval: needsApproval(project.slug),
    createdAt,
    startedAt: atOrNull(clock, dayOf(project, "attivo"), "10:00"),
    concludedAt: atOrNull(clock, dayOf(project, "concluso"), "10:00"),
    result: project.outcome ? resultOf(project.outcome) : "",
  };
}

function resultOf({ result, figures }) {
  return [result.it, figures.map(({ label, value }) => `${value} ${label.it}`).join(" · ")].join("\n\n");
}

function transitionsOf({ project, row }, { clock, members }) {
  return project.history.map(({ state, day, by, note }, i) => {
    const at = clock.at(day, "10:00");
    const before = project.history[i - 1];
    return {
      id: idAt(at),
      projectId: row.id,
      from: before ? word("project", before.state) : null,
      to: word("project", state),
      actorId: known(members, by),
      note,
      at,
    };
  });
}

function deliverablesOf({ project, row }, { clock }) {
  return project.milestones.map(({ title, dueDay, doneDay }, position) => ({
    id: idAt(row.createdAt),
    projectId: row.id,
    position,
    title: title.it,
    dueOn: clock.on(dueDay),
    doneOn: doneDay === undefined ? null : clock.on(doneDay),
  }));
}

function needsOf({ project, row }, { clock, competences }) {
  return project.needs.map((need, position) => ({
    need,
    project: row,
    row: {
      id: idAt(row.createdAt),
      projectId: row.id,
      position,
      kind: need.kind.toUpperCase(),
      title: need.title.it,
      competenceId: need.competence ? known(competences, need.competence) : null,
      seats: need.seats,
      isCritical: need.critical,
      dueOn: need.dueDay === undefined ? null : clock.on(need.dueDay),
    },
  }));
}

function offerOf(offer, { clock, members, competences, needById }) {
  const { need, project, row: needRow } = known(needById, offer.need);
  const offeredAt = clock.at(offer.day, "12:00");
  const row = {
    id: idAt(offeredAt),
    needId: needRow.id,
    memberId: known(members, offer.member),
    brings: offer.bringsKind.toUpperCase(),
    competenceId: offer.competence ? known(competences, offer.competence) : null,
    contact: offer.contactHint ?? "",
    message: offer.message,
    minutes: offer.hours * 60,
    untilOn: untilDayOf(offer) === undefined ? null : clock.on(untilDayOf(offer)),
    state: offer.status.toUpperCase(),
    offeredAt,
    decidedAt: atOrNull(clock, offer.decidedDay, "18:00"),
    decidedById: offer.decidedBy ? known(members, offer.decidedBy) : null,
    closedAt: atOrNull(clock, offer.withdrawnDay, "18:00"),
  };
  return { offer, need, needRow, project, row };
}
