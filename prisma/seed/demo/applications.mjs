import { TWO_DECIDERS } from "./associations.mjs";
import { idAt, insert, known } from "./database.mjs";
import { word } from "./words.mjs";

/** How long before being admitted the people whose application the world does not tell had handed it in. */
const USUAL_WAIT_DAYS = 9;
const DECISION_DAYS = 30;
/** The clause the one declined application was declined on. */
const CITED = { "app-enrico-pianerottolo": 3 };

/** The papers of every door (rule M2): those the world tells, and for each other membership the ones it must have had. */
export async function seedApplications(client, context) {
  const { applications, memberships } = context.world;
  const papers = [
    ...applications.map((application) => toldPapers(application, context)),
    ...memberships.filter(({ application }) => !application).map((membership) => derivedPapers(membership, context)),
  ];
  const entries = papers.map((from) => {
    const row = rowOf(from, context);
    return { from, row, decisions: decisionsOf(row, from, context) };
  });
  await insert(
    client,
    "Application",
    entries.map(({ row }) => row),
  );
  await insert(
    client,
    "ApplicationStance",
    entries.flatMap(({ row, from }) => stancesOf(row, from, context)),
  );
  await insert(
    client,
    "ApplicationAnswer",
    entries.flatMap(({ row, from }) => answersOf(row, from, context)),
  );
  await insert(
    client,
    "ApplicationDecision",
    entries.flatMap(({ decisions }) => decisions),
  );
  return entries;
}

const closingDay = ({ decision, withdrawnDay, expiredDay }) => decision?.day ?? withdrawnDay ?? expiredDay ?? null;

function toldPapers(application, { world }) {
  const { slug, decision, status } = application;
  const membership = world.memberships.find((entry) => entry.application === slug);
  return {
    ...application,
    membership,
    door: "APPLICATION",
    state: word("application", status),
    day: application.submittedDay,
    closedDay: membership?.joinedDay ?? closingDay(application),
    deciders: decision?.deciders ?? [],
    message:
      decision?.outcome === "declined"
        ? `${decision.reason}\n\n${decision.messageToMember}`
        : decision?.messageToMember,
    reason: decision?.reasonCode ? word("declineReason", decision.reasonCode) : null,
    clause: CITED[slug],
  };
}

function derivedPapers(membership, context) {
  const { joinedDay, entry, member, pledges, statement } = membership;
  const isFounder = entry === "founder";
  const signedUp = context.world.members.find(({ slug }) => slug === member).joinedDay;
  return {
    ...membership,
    membership,
    // The first statement said the same, for a year from then.
    statement: { ...statement, untilDay: null },
    motivation: "",
    charterVersion: pledges[0].charterVersion,
    door: isFounder ? "FOUNDER" : "APPLICATION",
    state: "ACCEPTED",
    day: isFounder ? joinedDay : Math.max(joinedDay - USUAL_WAIT_DAYS, signedUp),
    closedDay: joinedDay,
    deciders: isFounder ? [] : decidersOf(membership, context),
    reason: null,
  };
}

/** Whoever admitted, and where two must agree the other steward as well. */
function decidersOf({ association, decidedBy }, { world }) {
  const { stewards } = world.associations.find(({ slug }) => slug === association);
  return TWO_DECIDERS.has(association) ? [decidedBy, ...stewards.filter((slug) => slug !== decidedBy)] : [decidedBy];
}

function charterOf({ association, charterVersion }, { charters }) {
  return charters.find(({ slug, row }) => slug === association && row.version === charterVersion);
}

function rowOf(from, { clock, members, associations, charters }) {
  const { day, closedDay, door, state } = from;
  const charter = charterOf(from, { charters }).row;
  const isFounder = door === "FOUNDER";
  const submittedAt = clock.at(day, isFounder ? "10:00" : "09:00");
  return {
    id: idAt(submittedAt),
    associationId: known(associations, from.association),
    memberId: known(members, from.member),
    door,
    state,
    charterId: charter.id,
    charterHash: charter.hash,
    motivation: from.motivation,
    ...statementOf(from.statement),
    untilOn: clock.within12Months(day, from.statement.untilDay),
    submittedAt,
    decidersRequired: TWO_DECIDERS.has(from.association) ? 2 : 1,
    answerBy: isFounder ? null : clock.at(day + DECISION_DAYS, "09:00"),
    closedAt: closedDay === null ? null : clock.at(closedDay, isFounder ? "10:00" : "18:00"),
  };
}

/** What, how much and in which words (rule PT1). */
export function statementOf({ kinds, quantity, period, text }) {
  return {
    kinds: kinds.map((kind) => word("participation", kind)),
    isListening: false,
    minutesPerPeriod: quantity * 60,
    period: word("period", period),
    statement: text,
  };
}

function stancesOf(row, from, { charters }) {
  const { values } = charterOf(from, { charters });
  return from.stances.map(({ value, stance, note = "" }) => ({
    applicationId: row.id,
    charterValueId: values.find(({ valueSlug }) => valueSlug === value).id,
    stance: word("stance", stance),
    note,
  }));
}

function answersOf(row, from, { questions }) {
  return from.answers.map(({ question, text }, position) => {
    const asked = known(questions, question);
    return {
      applicationId: row.id,
      position,
      questionId: asked.id,
      question: asked.text,
      isRequired: asked.isRequired,
      text,
    };
  });
}

function decisionsOf(row, from, { members, charters }) {
  const clause = charterOf(from, { charters }).clauses.find(({ number }) => number === from.clause);
  return from.deciders.map((decider, i) => ({
    id: idAt(row.closedAt),
    applicationId: row.id,
    deciderId: known(members, decider),
    outcome: row.state === "ACCEPTED" ? "ADMIT" : "DECLINE",
    reason: from.reason,
    // The last word is the one that reaches whoever applied.
    message: i === from.deciders.length - 1 ? (from.message ?? "") : "",
    clauseId: clause?.id ?? null,
    at: row.closedAt,
  }));
}
