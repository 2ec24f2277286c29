import { seedApplications, statementOf } from "./applications.mjs";
import { idAt, insert, known } from "./database.mjs";
import { word } from "./words.mjs";

/** A statement is asked again when its twelve months are nearly over (rule PT1). */
const RENEWAL_DAYS = 360;
/** How long after coming in those who did not found an association were asked to look after it. */
const STEWARD_AFTER_DAYS = 60;

/** Memberships with their papers, events, pledges and roles. Returns all of it. */
export async function seedMemberships(client, context) {
  const applications = await seedApplications(client, context);
  const paperOf = new Map(applications.map(({ from, row }) => [from.membership, row]));
  const all = context.world.memberships.map((membership) => {
    const application = known(paperOf, membership);
    return { membership, application, row: rowOf(membership, application, context) };
  });
  await insert(
    client,
    "Membership",
    all.map(({ row }) => row),
  );
  await insert(
    client,
    "MembershipEvent",
    all.flatMap((entry) => eventsOf(entry, context)),
  );
  const pledges = all.flatMap((entry) => pledgesOf(entry, context).map((row) => ({ entry, row })));
  await insert(
    client,
    "Pledge",
    pledges.map(({ row }) => row),
  );
  await insert(
    client,
    "PledgeStance",
    pledges.flatMap(({ entry, row }) => stancesOf(row, entry, context)),
  );
  const roles = all
    .filter(({ membership }) => membership.roles.includes("steward"))
    .map((entry) => roleOf(entry, context));
  await insert(client, "RoleGrant", roles);
  return { applications, memberships: all, roles };
}

function rowOf({ association, member, status, statusSinceDay, roles }, { closedAt }, { clock, members, associations }) {
  return {
    id: idAt(closedAt),
    associationId: known(associations, association),
    memberId: known(members, member),
    state: word("membership", status),
    stateSince: statusSinceDay === undefined ? closedAt : clock.at(statusSinceDay, "18:00"),
    firstJoinedAt: closedAt,
    // Whoever founds or looks after an association stands for it in public.
    isVisible: roles.length > 1,
  };
}

function eventsOf({ membership, application, row }, { members }) {
  const { decidedBy, status } = membership;
  const actorId = decidedBy ? known(members, decidedBy) : row.memberId;
  const joined = { from: null, to: "ACTIVE", door: application.door, actorId, at: row.firstJoinedAt };
  const left = { from: "ACTIVE", to: row.state, door: null, actorId: row.memberId, at: row.stateSince };
  const events = status === "attivo" ? [joined] : [joined, left];
  return events.map((event) => ({ id: idAt(event.at), membershipId: row.id, ...event }));
}

/** Acceptances in the course of a membership: on coming in, once a year, on a new charter, and as last stated. */
function pledgesOf({ membership, application, row }, { clock, charters }) {
  const { association, joinedDay, pledges, statement, statusSinceDay, status } = membership;
  const accepted = pledges.slice(1).map(({ acceptedDay }) => acceptedDay);
  const last = Math.max(joinedDay, statement.statedDay, ...accepted);
  const yearly = [];
  for (let day = joinedDay + RENEWAL_DAYS; day < last; day += RENEWAL_DAYS) yearly.push(day);
  const end = status === "uscito" ? statusSinceDay : 0;
  const days = [...new Set([joinedDay, ...yearly, ...accepted, last])].filter((day) => day <= end);
  return days
    .toSorted((a, b) => a - b)
    .map((day) => {
      const isFirst = day === joinedDay;
      const acceptedAt = isFirst ? row.firstJoinedAt : clock.at(day, "19:00");
      const { charterVersion } = pledges.findLast(({ acceptedDay }) => acceptedDay <= day);
      const charter = charters.find(
        ({ slug, row: { version } }) => slug === association && version === charterVersion,
      ).row;
      return {
        id: idAt(acceptedAt),
        membershipId: row.id,
        applicationId: isFirst ? application.id : null,
        charterId: charter.id,
        charterHash: charter.hash,
        ...statementOf(statement),
        untilOn: isFirst ? application.untilOn : clock.within12Months(day, day === last ? statement.untilDay : null),
        acceptedAt,
      };
    });
}

/** Where they stood on coming in, on the same values of whichever version they accepted. */
function stancesOf({ id: pledgeId, charterId }, { membership }, { charters }) {
  const { values } = charters.find(({ row }) => row.id === charterId);
  return membership.stances.map(({ value, stance, note }) => ({
    pledgeId,
    charterValueId: values.find(({ valueSlug }) => valueSlug === value).id,
    stance: word("stance", stance),
    note: note?.it ?? note ?? "",
  }));
}

function roleOf({ membership, row }, { world, clock, members }) {
  const { association, member, joinedDay, roles } = membership;
  const isFounder = roles.includes("founder");
  const { stewards } = world.associations.find(({ slug }) => slug === association);
  const other = stewards.find((slug) => slug !== member);
  const grantedAt = isFounder ? row.firstJoinedAt : clock.at(joinedDay + STEWARD_AFTER_DAYS, "18:00");
  const acceptedAt = isFounder ? row.firstJoinedAt : clock.at(joinedDay + STEWARD_AFTER_DAYS + 2, "18:00");
  return {
    id: idAt(grantedAt),
    membershipId: row.id,
    role: "STEWARD",
    state: "HELD",
    grantedById: isFounder ? null : known(members, other),
    grantedAt,
    acceptedAt,
  };
}
