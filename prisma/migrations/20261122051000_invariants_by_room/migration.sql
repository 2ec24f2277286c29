-- The invariants, room by room: a change of one room writes one room's anew. What must hold has not changed.
CREATE FUNCTION invariants_of_memberships() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'M2', m."id", 'active without a pledge' FROM "Membership" m
   WHERE m."state" IN ('ACTIVE', 'PAUSED') AND NOT EXISTS (SELECT 1 FROM "Pledge" p WHERE p."membershipId" = m."id")
  UNION ALL
  SELECT 'M1', m."id", 'state differs from the last event' FROM "Membership" m
   WHERE m."state" IS DISTINCT FROM (SELECT e."to" FROM "MembershipEvent" e WHERE e."membershipId" = m."id" ORDER BY e."at" DESC, e."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'M6', a."id", 'accepted without enough deciders' FROM "Application" a
   WHERE a."state" = 'ACCEPTED' AND a."door" = 'APPLICATION'
     AND (SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = a."id" AND d."outcome" = 'ADMIT') < a."decidersRequired"
  UNION ALL
  SELECT 'M6', d."id", 'decided by the candidate' FROM "ApplicationDecision" d JOIN "Application" a ON a."id" = d."applicationId"
   WHERE d."deciderId" = a."memberId"
  UNION ALL
  SELECT 'M8', g."id", 'role held after leaving' FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
   WHERE g."state" IN ('OFFERED', 'HELD') AND m."state" IN ('LEFT', 'EXCLUDED')
  UNION ALL
  SELECT 'R3', s."id", 'open without a steward' FROM "Association" s
   WHERE s."state" = 'OPEN' AND NOT EXISTS (
     SELECT 1 FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
      WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED') AND g."role" = 'STEWARD' AND g."state" = 'HELD')
  UNION ALL
  SELECT 'A5', s."id", 'more members than places' FROM "Association" s
   WHERE s."memberLimit" < (SELECT count(*) FROM "Membership" m WHERE m."associationId" = s."id" AND m."state" IN ('ACTIVE', 'PAUSED'))
  UNION ALL
  SELECT 'M3', a."id", 'an application pending of somebody who is in' FROM "Application" a
    JOIN "Membership" m ON m."associationId" = a."associationId" AND m."memberId" = a."memberId"
   WHERE a."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'M3', i."id", 'an invitation pending of somebody who is in' FROM "Invitation" i
    JOIN "Membership" m ON m."associationId" = i."associationId" AND m."memberId" = i."memberId"
   WHERE i."state" = 'PENDING' AND m."state" = 'ACTIVE'
  UNION ALL
  SELECT 'PT1', g."id", 'a role held by somebody who only listens' FROM "RoleGrant" g
   WHERE g."state" = 'HELD' AND (
     SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = g."membershipId" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'PT1', m."id", 'behind, who only listens' FROM "Membership" m
   WHERE m."behindSince" IS NOT NULL AND (
     SELECT p."isListening" FROM "Pledge" p WHERE p."membershipId" = m."id" ORDER BY p."acceptedAt" DESC, p."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'R5', a."id", 'accepted without the words that were asked for' FROM "Application" a
   WHERE a."state" = 'ACCEPTED' AND a."door" = 'APPLICATION'
     AND (SELECT count(*) FROM "Vouch" v WHERE v."applicationId" = a."id" AND v."state" = 'GIVEN') < a."sponsorsRequired"
  UNION ALL
  SELECT 'M4', m."id", 'said on an application after it was closed' FROM "ApplicationMessage" m JOIN "Application" a ON a."id" = m."applicationId"
   WHERE m."at" > a."closedAt"
  UNION ALL
  SELECT 'A5', l."id", 'a link taken up more often than it counted' FROM "InvitationLink" l
   WHERE l."usesTaken" < (SELECT count(*) FROM "Invitation" i WHERE i."linkId" = l."id")
  UNION ALL
  SELECT 'PV3', l."id", 'the mail of a closed letter keeps its address' FROM "Letter" l
   WHERE l."state" <> 'PENDING' AND EXISTS (SELECT 1 FROM "OutboxMail" o WHERE o."uniqueKey" = 'letter:' || l."id"::text)
  UNION ALL
  SELECT 'M8', c."membershipId", 'a card after leaving' FROM "MembershipCard" c JOIN "Membership" m ON m."id" = c."membershipId"
   WHERE m."state" IN ('LEFT', 'EXCLUDED')
  UNION ALL
  SELECT 'R2', g."id", 'a role that is no more, or of another association' FROM "RoleGrant" g
    JOIN "Membership" m ON m."id" = g."membershipId" JOIN "OwnRole" w ON w."id" = g."ownRoleId"
   WHERE g."state" IN ('OFFERED', 'HELD') AND (w."retiredAt" IS NOT NULL OR w."associationId" <> m."associationId")
  UNION ALL
  SELECT 'R4', r."id", 'trust in oneself' FROM "RoleTrust" r JOIN "Membership" m ON m."id" = r."membershipId"
   WHERE r."trusterId" = m."memberId"
  UNION ALL
  SELECT 'R4', g."id", 'a role by trust that nobody carries' FROM "RoleGrant" g
   WHERE g."state" = 'HELD' AND g."trustNeeded" > (
     SELECT count(*) FROM "RoleTrust" r WHERE r."membershipId" = g."membershipId" AND r."endedAt" IS NULL)
$$;

CREATE FUNCTION invariants_of_directory() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'A2', e."memberId", 'a visitor finds a profile that is not public' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE (e."viewer" = 'VISITOR' AND NOT m."isPublic") OR (e."viewer" = 'MEMBER' AND NOT m."isListed")
  UNION ALL
  SELECT 'A2', e."memberId", 'somebody suspended or erased is found' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
  UNION ALL
  SELECT 'A3', e."memberId", 'a list of search misses its entry' FROM "DirectoryEntry" e, directory_lists(e."viewer", e."rank", e."tokens") l
   WHERE NOT EXISTS (SELECT 1 FROM "DirectoryPosting" p WHERE p."list" = l.list AND p."rank" = l.place AND p."entryId" = e."id")
  UNION ALL
  SELECT 'A3', NULL, 'list ' || p."list" || ' of search holds who is not in it' FROM "DirectoryPosting" p
    LEFT JOIN "DirectoryEntry" e ON e."id" = p."entryId"
   WHERE e."id" IS NULL OR NOT EXISTS (
     SELECT 1 FROM directory_lists(e."viewer", e."rank", e."tokens") l WHERE l.list = p."list" AND l.place = p."rank")
  UNION ALL
  SELECT 'A3', NULL, 'token ' || COALESCE(c.other, n.other) || ' of search is counted ' || COALESCE(c.n, 0) || ' times instead of ' || COALESCE(n.n, 0)
    FROM (SELECT k.viewer, k.other, sum(k.n) AS n FROM directory_kept() k WHERE k.list IN (0, 1) GROUP BY 1, 2 HAVING sum(k.n) <> 0) c
    FULL JOIN (SELECT e."viewer", d.other, count(*) AS n FROM "DirectoryEntry" e, directory_counted(e."tokens") d WHERE d.list IN (0, 1) GROUP BY 1, 2) n
      ON n."viewer" = c.viewer AND n.other = c.other
   WHERE c.n IS DISTINCT FROM n.n
$$;

CREATE FUNCTION invariants_of_projects() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'PJ4', n."id", 'more accepted offers than seats' FROM "Need" n
   WHERE n."seats" < (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'PJ2', p."id", 'active without a start' FROM "Project" p
   WHERE p."state" = 'ACTIVE' AND p."startedAt" IS NULL
  UNION ALL
  SELECT 'PJ7', p."id", 'completed with an open commitment' FROM "Project" p
   WHERE p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')
  UNION ALL
  SELECT 'PJ6', r."contributionId", 'a reversal of what is not confirmed' FROM "ContributionReversal" r JOIN "Contribution" c ON c."id" = r."contributionId"
   WHERE c."state" <> 'CONFIRMED'
  UNION ALL
  SELECT 'K3', p.a, 'more than three confirmations of one pair in a month' FROM (
    SELECT LEAST(x.a, x.b) AS a, GREATEST(x.a, x.b) AS b, date_trunc('month', x."at" AT TIME ZONE 'Europe/Rome') AS m FROM (
      SELECT c."memberId" AS a, c."confirmedById" AS b, c."confirmedAt" AS "at" FROM "Contribution" c WHERE c."confirmedById" IS NOT NULL
      UNION ALL
      SELECT COALESCE(k."memberId", k."declaredById"), k."confirmedById", k."confirmedAt" FROM "Commitment" k
       WHERE k."confirmedById" IS NOT NULL AND COALESCE(k."memberId", k."declaredById") IS NOT NULL) x) p
   GROUP BY p.a, p.b, p.m HAVING count(*) > 3
$$;

CREATE FUNCTION invariants_of_decisions() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'DC1', b."id", 'a ballot of nobody who may vote' FROM "Ballot" b
   WHERE b."memberId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Elector" e WHERE e."decisionId" = b."decisionId" AND e."memberId" = b."memberId" AND e."hasVoted")
  UNION ALL
  SELECT 'DC4', d."id", 'counted otherwise than cast' FROM "Decision" d
   WHERE d."state" = 'CLOSED' AND EXISTS (
     SELECT 1 FROM "DecisionOption" o WHERE o."decisionId" = d."id"
        AND o."votes" IS DISTINCT FROM (SELECT count(*)::int FROM "Ballot" b WHERE b."optionId" = o."id"))
  UNION ALL
  SELECT 'DC5', d."id", 'a secret vote that can be joined to its voters' FROM "Decision" d
   WHERE d."state" = 'CLOSED' AND d."isSecret" AND EXISTS (SELECT 1 FROM "Ballot" b WHERE b."decisionId" = d."id" AND b."memberId" IS NOT NULL)
  UNION ALL
  SELECT 'DC6', d."id", 'the subject of an exclusion among those who vote' FROM "Decision" d JOIN "Elector" e ON e."decisionId" = d."id"
   WHERE e."memberId" = d."subjectMemberId"
  UNION ALL
  SELECT 'DC8', c."id", 'somebody sees to what was not approved' FROM "Charge" c JOIN "Decision" d ON d."id" = c."decisionId"
   WHERE d."outcome" IS DISTINCT FROM 'APPROVED'
  UNION ALL
  SELECT 'M8', c."id", 'a charge after leaving' FROM "Charge" c JOIN "Decision" d ON d."id" = c."decisionId"
    JOIN "Membership" m ON m."associationId" = d."associationId" AND m."memberId" = c."responsibleId"
   WHERE c."state" IN ('OFFERED', 'ACCEPTED') AND m."state" IN ('LEFT', 'EXCLUDED')
$$;

CREATE FUNCTION invariants_of_moderation() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'M9', c."id", 'ruled out or not, without a ruling that says so' FROM "ExclusionCase" c
   WHERE c."state" NOT IN ('NOTICE', 'VOTING') AND (c."state" <> 'DISMISSED') IS DISTINCT FROM
         (SELECT r."isOut" FROM "CaseRuling" r WHERE r."caseId" = c."id" AND NOT r."isAppeal")
  UNION ALL
  SELECT 'M9', c."id", 'an appeal closed otherwise than ruled' FROM "ExclusionCase" c
   WHERE c."state" IN ('CONFIRMED', 'REVERSED') AND (c."state" = 'CONFIRMED') IS DISTINCT FROM
         (SELECT r."isOut" FROM "CaseRuling" r WHERE r."caseId" = c."id" AND r."isAppeal")
  UNION ALL
  SELECT 'M9', c."id", 'excluded by a case, and still in since' FROM "ExclusionCase" c JOIN "Membership" m ON m."id" = c."membershipId"
   WHERE c."state" IN ('EXCLUDED', 'APPEALED', 'APPEAL_VOTING') AND m."state" IN ('ACTIVE', 'PAUSED')
     AND NOT EXISTS (SELECT 1 FROM "MembershipEvent" e WHERE e."membershipId" = m."id" AND e."at" > c."decidedAt" AND e."door" IS NOT NULL)
  UNION ALL
  SELECT 'MO3', r."id", 'decided by a party' FROM "Report" r JOIN "Measure" k ON k."reportId" = r."id"
   WHERE k."deciderId" IN (r."reporterId", r."authorId")
  UNION ALL
  SELECT 'MO4', r."id", 'a state that its measures do not tell' FROM "Report" r
   WHERE (SELECT count(*) FROM "Measure" k WHERE k."reportId" = r."id")
         <> CASE r."state" WHEN 'OPEN' THEN 0 WHEN 'CLOSED' THEN 2 ELSE 1 END
$$;

CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM invariants_of_memberships()
  UNION ALL
  SELECT * FROM invariants_of_directory()
  UNION ALL
  SELECT * FROM invariants_of_projects()
  UNION ALL
  SELECT * FROM invariants_of_decisions()
  UNION ALL
  SELECT * FROM invariants_of_moderation()
$$;
