-- What the schema language cannot say. Each constraint carries the code of the rule it stands behind (docs/rules.md).

-- A6 · append-only: a correction is a new row. Cascades of an erasure pass (they run below another trigger).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'A6: % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Charter" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CharterValue" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Clause" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MembershipEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Pledge" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ApplicationDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ApplicationStance" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ApplicationAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ProjectTransition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Activity" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- PJ6 · a confirmed contribution never changes.
CREATE FUNCTION refuse_confirmed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'CONFIRMED' AND pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'PJ6: a confirmed contribution is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER confirmed_immutable BEFORE UPDATE OR DELETE ON "Contribution" FOR EACH ROW EXECUTE FUNCTION refuse_confirmed_change();

-- PT1 · a statement says what and how much, or that one only listens; at most twelve months ahead.
ALTER TABLE "Application" ADD CONSTRAINT "application_statement" CHECK (
  CASE WHEN "isListening" THEN "minutesPerPeriod" IS NULL AND "period" IS NULL
       ELSE cardinality("kinds") > 0 AND "minutesPerPeriod" > 0 AND "period" IS NOT NULL END
  AND "untilOn" <= ("submittedAt" AT TIME ZONE 'Europe/Rome')::date + interval '12 months');
ALTER TABLE "Pledge" ADD CONSTRAINT "pledge_statement" CHECK (
  CASE WHEN "isListening" THEN "minutesPerPeriod" IS NULL AND "period" IS NULL
       ELSE cardinality("kinds") > 0 AND "minutesPerPeriod" > 0 AND "period" IS NOT NULL END
  AND "untilOn" <= ("acceptedAt" AT TIME ZONE 'Europe/Rome')::date + interval '12 months');

-- M4 · pending means not closed.
ALTER TABLE "Application" ADD CONSTRAINT "application_closed" CHECK (("state" = 'PENDING') = ("closedAt" IS NULL));
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_closed" CHECK (("state" = 'PENDING') = ("closedAt" IS NULL));
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_not_self" CHECK ("memberId" <> "inviterId");
ALTER TABLE "ApplicationStance" ADD CONSTRAINT "stance_not_mine_says_why" CHECK ("stance" <> 'NOT_MINE' OR btrim("note") <> '');
ALTER TABLE "ApplicationAnswer" ADD CONSTRAINT "answer_required" CHECK (NOT "isRequired" OR btrim("text") <> '');
-- M6 · a decline carries a reason.
ALTER TABLE "ApplicationDecision" ADD CONSTRAINT "decline_has_reason" CHECK (("outcome" = 'DECLINE') = ("reason" IS NOT NULL));

ALTER TABLE "Association" ADD CONSTRAINT "association_purpose" CHECK (btrim("purpose") <> '');
ALTER TABLE "Association" ADD CONSTRAINT "association_bounds" CHECK (
  "decidersRequired" BETWEEN 1 AND 2 AND ("memberLimit" IS NULL OR "memberLimit" > 0)
  AND "reapplyCooldownDays" BETWEEN 0 AND 365 AND "decisionDays" BETWEEN 1 AND 90);
ALTER TABLE "Association" ADD CONSTRAINT "association_custody" CHECK (("state" = 'CUSTODY') = ("custodySince" IS NOT NULL));
ALTER TABLE "MemberCompetence" ADD CONSTRAINT "competence_level" CHECK ("level" BETWEEN 1 AND 4);
ALTER TABLE "Member" ADD CONSTRAINT "member_indexed_is_public" CHECK ("isPublic" OR NOT "isIndexed");
ALTER TABLE "Member" ADD CONSTRAINT "member_name" CHECK (btrim("name") <> '');

-- PJ · projects and contributions
ALTER TABLE "Need" ADD CONSTRAINT "need_seats" CHECK ("seats" BETWEEN 1 AND 50);
ALTER TABLE "NeedOffer" ADD CONSTRAINT "need_offer_names_something" CHECK (
  CASE "brings" WHEN 'COMPETENCE' THEN "competenceId" IS NOT NULL ELSE btrim("contact") <> '' END);
ALTER TABLE "Project" ADD CONSTRAINT "project_purpose" CHECK (btrim("purpose") <> '');
ALTER TABLE "Project" ADD CONSTRAINT "project_result" CHECK ("state" <> 'COMPLETED' OR (btrim("result") <> '' AND "concludedAt" IS NOT NULL));
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_not_self_confirmed" CHECK ("confirmedById" <> "memberId");
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_confirmed" CHECK (("state" = 'CONFIRMED') = ("confirmedAt" IS NOT NULL));
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_subject" CHECK ("projectId" IS NOT NULL OR "associationId" IS NOT NULL);
ALTER TABLE "Contribution" ADD CONSTRAINT "contribution_minutes" CHECK ("minutes" IS NULL OR "minutes" > 0);
ALTER TABLE "Commitment" ADD CONSTRAINT "commitment_subject" CHECK (("memberId" IS NULL) <> ("associationId" IS NULL) OR "projectId" IS NOT NULL OR "memberId" IS NOT NULL);
ALTER TABLE "Commitment" ADD CONSTRAINT "commitment_closed" CHECK (("state" = 'OPEN') = ("closedAt" IS NULL));

-- PJ4, A5 · accepted offers never exceed seats, whoever writes.
CREATE FUNCTION guard_need_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seats_there int; taken int;
BEGIN
  IF NEW."state" <> 'ACCEPTED' THEN RETURN NEW; END IF;
  SELECT "seats" INTO seats_there FROM "Need" WHERE "id" = NEW."needId" FOR UPDATE;
  SELECT count(*) INTO taken FROM "NeedOffer" WHERE "needId" = NEW."needId" AND "state" = 'ACCEPTED' AND "id" <> NEW."id";
  IF taken >= seats_there THEN
    RAISE EXCEPTION 'PJ4: no seat left' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_offer_seats';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_seats BEFORE INSERT OR UPDATE OF "state" ON "NeedOffer" FOR EACH ROW EXECUTE FUNCTION guard_need_seats();

-- A5 · members never exceed the association's places.
CREATE FUNCTION guard_member_limit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE places int; taken int;
BEGIN
  IF NEW."state" NOT IN ('ACTIVE', 'PAUSED') THEN RETURN NEW; END IF;
  SELECT "memberLimit" INTO places FROM "Association" WHERE "id" = NEW."associationId" FOR UPDATE;
  IF places IS NULL THEN RETURN NEW; END IF;
  SELECT count(*) INTO taken FROM "Membership"
   WHERE "associationId" = NEW."associationId" AND "state" IN ('ACTIVE', 'PAUSED') AND "id" <> NEW."id";
  IF taken >= places THEN
    RAISE EXCEPTION 'A5: no place left' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_limit BEFORE INSERT OR UPDATE OF "state" ON "Membership" FOR EACH ROW EXECUTE FUNCTION guard_member_limit();

-- M2 · whoever comes in, through whatever door, has by commit a pledge on the charter in force.
CREATE FUNCTION guard_activation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" IN ('ACTIVE', 'PAUSED') THEN RETURN NULL; END IF;
  IF NEW."state" <> 'ACTIVE' OR EXISTS (
    SELECT 1 FROM "Pledge" p JOIN "Charter" c ON c."id" = p."charterId"
     WHERE p."membershipId" = NEW."id" AND c."associationId" = NEW."associationId" AND p."charterHash" = c."hash"
       AND p."acceptedAt" >= NEW."stateSince"
       AND c."version" >= (SELECT max(v."version") FROM "Charter" v WHERE v."associationId" = NEW."associationId" AND v."publishedAt" <= p."acceptedAt"))
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'M2: no pledge on the charter in force' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_pledged';
END $$;
CREATE CONSTRAINT TRIGGER membership_pledged AFTER INSERT OR UPDATE OF "state" ON "Membership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_activation();

-- R3, M7 · an open association has by commit somebody who looks after it, or is in custody.
CREATE FUNCTION guard_stewardship(association uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Association" WHERE "id" = association AND "state" = 'OPEN') AND NOT EXISTS (
    SELECT 1 FROM "RoleGrant" g JOIN "Membership" m ON m."id" = g."membershipId"
     WHERE m."associationId" = association AND m."state" IN ('ACTIVE', 'PAUSED') AND g."role" = 'STEWARD' AND g."state" = 'HELD')
  THEN
    RAISE EXCEPTION 'R3: nobody looks after this association' USING ERRCODE = 'check_violation', CONSTRAINT = 'association_stewarded';
  END IF;
END $$;
CREATE FUNCTION guard_stewardship_of_association() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM guard_stewardship(NEW."id"); RETURN NULL; END $$;
CREATE FUNCTION guard_stewardship_of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM guard_stewardship(OLD."associationId"); RETURN NULL; END $$;
CREATE FUNCTION guard_stewardship_of_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM guard_stewardship(m."associationId") FROM "Membership" m WHERE m."id" = OLD."membershipId";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER association_stewarded AFTER INSERT OR UPDATE OF "state" ON "Association"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_stewardship_of_association();
CREATE CONSTRAINT TRIGGER association_stewarded AFTER UPDATE OF "state" OR DELETE ON "Membership"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_stewardship_of_membership();
CREATE CONSTRAINT TRIGGER association_stewarded AFTER UPDATE OF "state" OR DELETE ON "RoleGrant"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_stewardship_of_role();

-- Rows that break a rule which spans tables. Empty when all is well; tests call it at their end.
CREATE FUNCTION check_invariants() RETURNS TABLE (rule text, id uuid, detail text) LANGUAGE sql STABLE AS $$
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
$$;
