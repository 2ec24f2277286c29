import { idAt, insert, known } from "./database.mjs";
import { word } from "./words.mjs";

/** Contributions and commitments: those the world tells, and one commitment for each seat somebody took (rule PJ7). */
export async function seedContributions(client, context) {
  const contributions = context.world.contributions.map((contribution) => contributionOf(contribution, context));
  await insert(client, "Contribution", contributions);
  const seats = context.offers.filter(({ row }) => row.state === "ACCEPTED");
  const commitments = [
    ...context.world.commitments.map((commitment) => commitmentOf(commitment, context)),
    ...seats.map((seat) => seatOf(seat, { ...context, contributions })),
  ];
  await insert(client, "Commitment", commitments);
  return { contributions, commitments };
}

function contributionOf(contribution, { clock, members, associations, projects }) {
  const declaredAt = clock.at(contribution.day, "19:00");
  const isConfirmed = contribution.status === "confirmed";
  return {
    id: idAt(declaredAt),
    memberId: known(members, contribution.member),
    projectId: contribution.project ? known(projects, contribution.project).row.id : null,
    associationId: contribution.association ? known(associations, contribution.association) : null,
    kind: word("participation", contribution.kind),
    title: contribution.title.it,
    minutes: contribution.hours * 60,
    doneOn: clock.on(contribution.day),
    state: contribution.status.toUpperCase(),
    declaredAt,
    confirmedById: isConfirmed ? known(members, contribution.confirmedBy) : null,
    confirmedAt: isConfirmed ? clock.at(contribution.confirmedDay, "20:00") : null,
    valueSlug: contribution.valueServed ?? null,
  };
}

/** Days before its date on which a commitment was made, when the world does not say. */
const USUAL_NOTICE_DAYS = 60;

function commitmentOf(commitment, context) {
  const { clock, members } = context;
  const { subjectKind, subject, text, dueDay, closedDay } = commitment;
  const state = word("commitment", commitment.status);
  const createdAt = clock.at(Math.min(dueDay - USUAL_NOTICE_DAYS, closedDay ?? -1, -1), "11:00");
  return {
    id: idAt(createdAt),
    memberId: subjectKind === "member" ? known(members, subject) : null,
    ...placeOf(commitment, state, context),
    text,
    dueOn: clock.on(dueDay),
    state,
    createdAt,
    closedAt: closedDay === undefined ? null : clock.at(closedDay, "18:00"),
    needOfferId: null,
  };
}

/** Where a commitment belongs. A concluded project has nothing open (rule PJ7): what outlives it is owed to the association. */
function placeOf({ declaredIn }, state, { associations, projects }) {
  const [kind, slug] = declaredIn.split(":");
  if (kind === "association") return { associationId: known(associations, slug), projectId: null };
  const { project, row } = known(projects, slug);
  const outlives = row.state === "COMPLETED" && state === "OPEN";
  return outlives
    ? { associationId: known(associations, project.association), projectId: null }
    : { associationId: null, projectId: row.id };
}

/** A seat taken is a commitment, kept once somebody has confirmed what was done in it. */
function seatOf({ offer, need, row, project }, { clock, contributions }) {
  const own = contributions.filter(({ memberId, projectId }) => memberId === row.memberId && projectId === project.id);
  const confirmedAt = own.map((contribution) => contribution.confirmedAt).find((at) => at !== null);
  const isDatePast = need.dueDay !== undefined && need.dueDay <= offer.decidedDay;
  const isHalfDone = !confirmedAt && own.length > 0;
  const state = confirmedAt ? "KEPT" : isHalfDone ? "PARTLY" : "OPEN";
  return {
    id: idAt(row.decidedAt),
    memberId: row.memberId,
    associationId: null,
    projectId: project.id,
    text: need.title.it,
    dueOn: need.dueDay === undefined || isDatePast ? null : clock.on(need.dueDay),
    state,
    createdAt: row.decidedAt,
    closedAt: confirmedAt ?? (isHalfDone ? clock.at(need.dueDay + 5, "18:00") : null),
    needOfferId: row.id,
  };
}
