-- A suspended project goes on only with every indispensable seat taken (PJ2): people are asked and offer themselves then, too.
CREATE OR REPLACE FUNCTION guard_need_ask() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" <> 'OPEN' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
      RAISE EXCEPTION 'PT3: answered already' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_ask_arrow';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Need" n JOIN "Project" p ON p."id" = n."projectId"
                  WHERE n."id" = NEW."needId" AND p."id" = NEW."projectId"
                    AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE', 'SUSPENDED')) THEN
    RAISE EXCEPTION 'PJ3: not a need to ask about' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_ask_of_need';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_beyond_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" <> 'WAITING' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
      RAISE EXCEPTION 'PT2: answered already' USING ERRCODE = 'check_violation', CONSTRAINT = 'beyond_offer_arrow';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Project" p WHERE p."id" = NEW."projectId"
                    AND p."state" IN ('PROPOSED', 'FEASIBILITY', 'ACTIVE', 'SUSPENDED')
                    AND p."ownerId" IS DISTINCT FROM NEW."memberId") THEN
    RAISE EXCEPTION 'PJ3: nothing to offer to' USING ERRCODE = 'check_violation', CONSTRAINT = 'beyond_offer_open';
  END IF;
  RETURN NEW;
END $$;
