-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "accepted" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "ownRoleId" UUID,
ADD COLUMN     "roleVersion" INTEGER,
ALTER COLUMN "role" DROP NOT NULL;

-- CreateTable
CREATE TABLE "OwnRole" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "responsibilities" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnRole_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_role_one_name" ON "OwnRole"("associationId", "name") WHERE ("retiredAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_one_own" ON "RoleGrant"("membershipId", "ownRoleId") WHERE (state = 'OFFERED' OR state = 'HELD');

-- AddForeignKey
ALTER TABLE "OwnRole" ADD CONSTRAINT "OwnRole_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_ownRoleId_fkey" FOREIGN KEY ("ownRoleId") REFERENCES "OwnRole"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- R1 · a grant is of one of the two roles every association has, or of one of its own, as accepted in one version.
ALTER TABLE "RoleGrant" ADD CONSTRAINT "role_grant_one_role" CHECK (
  ("role" IS NULL) <> ("ownRoleId" IS NULL) AND ("ownRoleId" IS NULL) = ("roleVersion" IS NULL)
  AND ("ownRoleId" IS NOT NULL OR cardinality("accepted") = 0));
-- R3 · custody is part of no other role than the steward's.
ALTER TABLE "OwnRole" ADD CONSTRAINT "own_role_without_custody" CHECK (NOT 'CUSTODY' = ANY ("responsibilities"));
ALTER TABLE "OwnRole" ADD CONSTRAINT "own_role_named" CHECK (btrim("name") <> '' AND btrim("duty") <> '');

-- R1 · an own role is held in its own association only, and while it is there.
CREATE FUNCTION guard_own_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."ownRoleId" IS NULL OR NEW."state" NOT IN ('OFFERED', 'HELD') OR EXISTS (
    SELECT 1 FROM "OwnRole" w JOIN "Membership" m ON m."associationId" = w."associationId"
     WHERE w."id" = NEW."ownRoleId" AND m."id" = NEW."membershipId" AND w."retiredAt" IS NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'R1: no such role here' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grant_of_here';
END $$;
CREATE TRIGGER role_grant_of_here BEFORE INSERT OR UPDATE OF "state", "ownRoleId" ON "RoleGrant" FOR EACH ROW EXECUTE FUNCTION guard_own_role();
