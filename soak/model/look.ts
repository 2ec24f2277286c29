import { db } from "@/lib/db/client";
import { markOf } from "@/lib/membership/letter/rules";
import type { Picture } from "./model";
import type { Real } from "./real";

type Row = { readonly id: string };
type Told = Row & { readonly who: string; readonly by?: string };
type Written = Row &
  Pick<Picture["letters"][number], "state" | "list" | "isMailed"> & {
    readonly by: string;
    readonly isAlone: boolean;
    readonly mark: string | null;
    readonly mail: string | null;
  };
/** A version of the charter as whoever answers to it must name its parts. */
type Version = Picture["charters"][number] & {
  readonly hash: string;
  readonly values: readonly string[];
  readonly clauses: readonly string[];
};

/** The rows of an association, in the order in which they came. */
export type Rows = {
  readonly members: readonly { readonly who: string; readonly accepted: number }[];
  readonly applications: readonly (Told & { readonly accepted: number })[];
  readonly invitations: readonly Told[];
  readonly grants: readonly (Told & { readonly current: number | null })[];
  readonly ownRoles: readonly Row[];
  readonly trusts: readonly { readonly who: string; readonly whom: string }[];
  readonly contributions: readonly Told[];
  readonly letters: readonly Written[];
  readonly lists: readonly Told[];
  readonly shapings: readonly { readonly who: string }[];
  readonly charters: readonly Version[];
  readonly charterVotes: readonly (Row & { readonly options: readonly string[] })[];
  readonly proposals: readonly { readonly who: string }[];
  readonly draft: number | null;
  readonly limit: number | null;
  readonly asides: readonly string[];
  readonly vouches: readonly (Told & { readonly of: string })[];
  readonly links: readonly (Row & { readonly by: string; readonly code: string })[];
  readonly cases: readonly (Told & {
    readonly decisionId: string | null;
    readonly options: readonly string[] | null;
  })[];
};

/** What the database says of an association, and its rows. */
export async function look(real: Real): Promise<{ picture: Picture; rows: Rows }> {
  const { id, people } = real;
  const [row] = await db.$queryRaw<Seen[]>`
    SELECT a."state" = 'CUSTODY' AS "isInCustody", a."memberLimit" AS "limit",
      (SELECT json_agg(json_build_object('who', m."memberId", 'state', m."state", 'isBehind', m."behindSince" IS NOT NULL, 'isListening', p."isListening", 'untilOn', p."untilOn",
          'accepted', (SELECT c."version" FROM "Charter" c WHERE c."id" = p."charterId"),
          'pledges', (SELECT count(*) FROM "Pledge" q WHERE q."membershipId" = m."id"),
          'events', (SELECT count(*) FROM "MembershipEvent" e WHERE e."membershipId" = m."id")))
         FROM "Membership" m CROSS JOIN LATERAL (
           SELECT * FROM "Pledge" q WHERE q."membershipId" = m."id" ORDER BY q."acceptedAt" DESC, q."id" DESC LIMIT 1) p
        WHERE m."associationId" = a."id") AS "members",
      (SELECT json_agg(json_build_object('id', x."id", 'who', x."memberId", 'state', x."state", 'accepted', c."version", 'yes', (
           SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = x."id" AND d."outcome" = 'ADMIT')) ORDER BY x."id")
         FROM "Application" x JOIN "Charter" c ON c."id" = x."charterId" WHERE x."associationId" = a."id") AS "applications",
      (SELECT json_agg(json_build_object('id', i."id", 'who', i."memberId", 'by', i."inviterId", 'state', i."state") ORDER BY i."id")
         FROM "Invitation" i WHERE i."associationId" = a."id") AS "invitations",
      (SELECT json_agg(json_build_object('id', g."id", 'who', m."memberId", 'role', coalesce(g."role"::text, o."name"), 'state', g."state",
          'accepted', ARRAY(SELECT unnest(g."accepted") ORDER BY 1), 'version', g."roleVersion", 'needed', g."trustNeeded", 'current', o."version") ORDER BY g."id")
         FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId" LEFT JOIN "OwnRole" o ON o."id" = g."ownRoleId"
        WHERE m."associationId" = a."id") AS "grants",
      (SELECT json_agg(json_build_object('id', o."id", 'name', o."name", 'version', o."version", 'isRetired', o."retiredAt" IS NOT NULL, 'isByTrust', o."isByTrust",
          'duties', ARRAY(SELECT unnest(o."responsibilities") ORDER BY 1)) ORDER BY o."id")
         FROM "OwnRole" o WHERE o."associationId" = a."id") AS "ownRoles",
      (SELECT json_agg(json_build_object('who', t."trusterId", 'whom', m."memberId", 'isEnded', t."endedAt" IS NOT NULL) ORDER BY t."id")
         FROM "RoleTrust" t JOIN "Membership" m ON m."id" = t."membershipId" WHERE m."associationId" = a."id") AS "trusts",
      (SELECT json_agg(json_build_object('id', k."id", 'who', k."memberId", 'by', k."confirmedById", 'doneOn', k."doneOn") ORDER BY k."id")
         FROM "Contribution" k WHERE k."associationId" = a."id") AS "contributions",
      (SELECT json_agg(json_build_object('id', l."id", 'by', l."inviterId", 'state', l."state", 'isMailed', l."mailedAt" IS NOT NULL, 'mark', l."mark",
          'list', (SELECT count(*) FROM "MemberImport" i WHERE i."associationId" = a."id" AND i."id" < l."importId" AND l."importId" IS NOT NULL),
          'isAlone', l."importId" IS NULL, 'mail', (SELECT o."text" FROM "OutboxMail" o WHERE o."uniqueKey" = 'letter:' || l."id")) ORDER BY l."id")
         FROM "Letter" l WHERE l."associationId" = a."id") AS "letters",
      (SELECT json_agg(json_build_object('id', i."id", 'who', i."importerId") ORDER BY i."id")
         FROM "MemberImport" i WHERE i."associationId" = a."id") AS "lists",
      (SELECT json_agg(json_build_object('who', v."actorId", 'what', substring(v."kind" FROM 'membership.role(.*)'),
          'name', v."data"->>'role') ORDER BY v."id")
         FROM "Activity" v WHERE v."associationId" = a."id"
          AND v."kind" IN ('membership.roleDefined', 'membership.roleChanged', 'membership.roleRetired')) AS "shapings",
      (SELECT json_agg(json_build_object('isMaterial', c."isMaterial", 'hash', c."hash",
          'values', (SELECT json_agg(v."id" ORDER BY v."position") FROM "CharterValue" v WHERE v."charterId" = c."id"),
          'clauses', (SELECT json_agg(l."id" ORDER BY l."number") FROM "Clause" l WHERE l."charterId" = c."id"),
          'value', (SELECT coalesce(substring(v."meaning" FROM '[0-9]+$')::int, 0) FROM "CharterValue" v WHERE v."charterId" = c."id" ORDER BY v."position" LIMIT 1),
          'vote', c."isByVote"::int, 'rule', (c."minDeeds" IS NOT NULL)::int,
          'wording', (SELECT coalesce(substring(l."text" FROM '[0-9]+$')::int, 0) FROM "Clause" l WHERE l."charterId" = c."id" ORDER BY l."number" DESC LIMIT 1))
          ORDER BY c."version")
         FROM "Charter" c WHERE c."associationId" = a."id") AS "charters",
      (SELECT json_agg(json_build_object('id', d."id", 'state', coalesce(d."outcome"::text, d."state"::text),
          'electors', (SELECT count(*) FROM "Elector" e WHERE e."decisionId" = d."id"),
          'ballots', (SELECT count(*) FROM "Ballot" b WHERE b."decisionId" = d."id"),
          'options', (SELECT json_agg(o."id" ORDER BY o."position") FROM "DecisionOption" o WHERE o."decisionId" = d."id")) ORDER BY d."id")
         FROM "Decision" d WHERE d."associationId" = a."id" AND d."kind" = 'CHARTER') AS "charterVotes",
      (SELECT json_agg(json_build_object('who', d."openedById") ORDER BY d."id")
         FROM "Decision" d WHERE d."associationId" = a."id" AND d."kind" = 'GENERAL') AS "proposals",
      (SELECT d."revision" FROM "CharterDraft" d WHERE d."associationId" = a."id") AS "draft",
      (SELECT json_agg(d."memberId") FROM "CharterDraftCopy" d WHERE d."associationId" = a."id") AS "asides",
      (SELECT json_agg(json_build_object('id', v."id", 'who', v."sponsorId", 'of', x."memberId", 'state', v."state") ORDER BY v."id")
         FROM "Vouch" v JOIN "Application" x ON x."id" = v."applicationId" WHERE x."associationId" = a."id") AS "vouches",
      (SELECT json_agg(json_build_object('id', l."id", 'by', l."makerId", 'code', l."code", 'taken', l."usesTaken",
          'isRevoked', l."revokedAt" IS NOT NULL) ORDER BY l."id")
         FROM "InvitationLink" l WHERE l."associationId" = a."id") AS "links",
      (SELECT json_agg(json_build_object('id', x."id", 'who', x."memberId", 'by', x."openedById", 'state', x."state",
          'decidedBy', x."decidedBy", 'appealTo', x."appealTo", 'isAnswered', x."answeredAt" IS NOT NULL, 'decisionId', v."id",
          'electors', (SELECT count(*) FROM "Elector" e WHERE e."decisionId" = v."id"),
          'ballots', (SELECT count(*) FROM "Ballot" b WHERE b."decisionId" = v."id"),
          'options', (SELECT json_agg(o."id" ORDER BY o."position") FROM "DecisionOption" o WHERE o."decisionId" = v."id")) ORDER BY x."id")
         FROM "ExclusionCase" x LEFT JOIN LATERAL (
           SELECT d."id" FROM "Decision" d WHERE d."subjectId" = x."id" ORDER BY d."id" DESC LIMIT 1) v ON TRUE
        WHERE x."associationId" = a."id") AS "cases"
      FROM "Association" a WHERE a."id" = ${id}::uuid`;
  const numberOf = (memberId: string) => people.findIndex((one) => one.memberId === memberId);
  const rows = { ...EMPTY, ...filledIn(row) };
  const told = <T extends { who: string; id?: string; by?: string }>(of: readonly T[]) =>
    of.map(({ id: _, who, by, ...rest }) => ({ ...rest, who: numberOf(who), ...(by && { by: numberOf(by) }) }));
  const picture = {
    ...{ isInCustody: row?.isInCustody, limit: row?.limit },
    members: told(rows.members).sort((a, b) => a.who - b.who),
    ...{ applications: told(rows.applications), invitations: told(rows.invitations) },
    grants: told(rows.grants).map(({ current: _, ...grant }) => grant),
    ownRoles: rows.ownRoles.map(({ id: _, ...role }) => role),
    shapings: told(rows.shapings),
    trusts: told(rows.trusts).map(({ whom, ...trust }) => ({ ...trust, whom: numberOf(whom) })),
    contributions: told(rows.contributions).map(({ by = null, ...one }) => ({ ...one, by })),
    charters: rows.charters.map(({ hash: _, values: __, clauses: ___, ...charter }) => charter),
    draft: rows.draft,
    letters: rows.letters.map((letter) => letterOf(real, letter)),
    lists: told(rows.lists).map(({ who }) => who),
    proposals: told(rows.proposals).map(({ who }) => who),
    charterVotes: rows.charterVotes.map(({ id: _, options: __, ...one }) => one),
    asides: rows.asides.map(numberOf).sort(),
    vouches: told(rows.vouches).map(({ of, ...vouch }) => ({ ...vouch, of: numberOf(of) })),
    links: rows.links.map(({ id: _, code: __, by, ...link }) => ({ ...link, by: numberOf(by) })),
    cases: told(rows.cases).map(({ decisionId: _, options: __, ...one }) => one),
  } as unknown as Picture;
  return { picture, rows };
}

/** A letter as the model knows it; the secret its mail holds is kept, as by whoever got it. */
function letterOf(
  { id: associationId, people, tokens }: Real,
  { id, by, mark, mail, isAlone, list, state, isMailed }: Written,
) {
  const token = mail?.match(/\/([A-Za-z0-9_-]{43})\n/)?.[1];
  if (token) tokens.set(id, token);
  const address = people.findIndex(({ handle }) => markOf(associationId, addressOf(handle)) === mark);
  return {
    ...{ state, isMailed, list: isAlone ? null : list, address: mark ? address : null },
    by: people.findIndex(({ memberId }) => memberId === by),
  };
}

/** The address of each person, by what the people here are made with. */
export const addressOf = (handle: string) => `${handle}@example.org`;

type Seen = { readonly [K in keyof Rows]: Rows[K] | null } & {
  readonly isInCustody: boolean;
  readonly limit: number | null;
};
const EMPTY: Rows = {
  ...{
    members: [],
    applications: [],
    invitations: [],
    grants: [],
    ownRoles: [],
    shapings: [],
    trusts: [],
    letters: [],
    charterVotes: [],
    proposals: [],
    lists: [],
    contributions: [],
    charters: [],
    draft: null,
    limit: null,
    asides: [],
    vouches: [],
    links: [],
    cases: [],
  },
};

/** Of what there is none, the database says null. */
const filledIn = (row: Seen | undefined): Partial<Rows> =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([key, value]) => key in EMPTY && value !== null));
