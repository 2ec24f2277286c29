-- Three more rules that span tables: M3 (nobody who is in waits at the door), PT1 (who only listens holds no role), A2 (who is
-- suspended or gone is found by nobody). The rest is as before.
CREATE OR REPLACE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'M2', m."id", 'active without a pledge' FROM "Membership" m
   WHERE m."state" IN ('ACTIVE', 'PAUSED') AND NOT EXISTS (SELECT 1 FROM "Pledge" p WHERE p."membershipId" = m."id")
  UNION ALL
  SELECT 'M1', m."id", 'state differs from the last event' FROM "Membership" m
   WHERE m."state" IS DISTINCT FROM (SELECT e."to" FROM "MembershipEvent" e WHERE e."membershipId" = m."id" ORDER BY e."at" DESC, e."id" DESC LIMIT 1)
  UNION ALL
  SELECT 'M6', a."id", 'accepted without enough deciders' FROM "Application" a JOIN "Association" s ON s."id" = a."associationId"
   WHERE a."state" = 'ACCEPTED' AND a."door" = 'APPLICATION'
     AND (SELECT count(*) FROM "ApplicationDecision" d WHERE d."applicationId" = a."id" AND d."outcome" = 'ADMIT') < 1
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
  SELECT 'PJ4', n."id", 'more accepted offers than seats' FROM "Need" n
   WHERE n."seats" < (SELECT count(*) FROM "NeedOffer" o WHERE o."needId" = n."id" AND o."state" = 'ACCEPTED')
  UNION ALL
  SELECT 'PJ2', p."id", 'active without a start' FROM "Project" p
   WHERE p."state" = 'ACTIVE' AND p."startedAt" IS NULL
  UNION ALL
  SELECT 'PJ7', p."id", 'completed with an open commitment' FROM "Project" p
   WHERE p."state" = 'COMPLETED' AND EXISTS (SELECT 1 FROM "Commitment" c WHERE c."projectId" = p."id" AND c."state" = 'OPEN')
  UNION ALL
  SELECT 'A2', e."memberId", 'a visitor finds a profile that is not public' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE (e."viewer" = 'VISITOR' AND NOT m."isPublic") OR (e."viewer" = 'MEMBER' AND NOT m."isListed")
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
  SELECT 'A2', e."memberId", 'somebody suspended or erased is found' FROM "DirectoryEntry" e JOIN "Member" m ON m."id" = e."memberId"
   WHERE NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = m."accountId" AND a."suspendedAt" IS NULL)
$$;
