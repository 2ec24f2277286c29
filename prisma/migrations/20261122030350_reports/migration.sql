-- CreateEnum
CREATE TYPE "ReportAbout" AS ENUM ('MEMBER', 'PROJECT', 'TEXT');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('OPEN', 'DECIDED', 'APPEALED', 'CLOSED');

-- CreateEnum
CREATE TYPE "MeasureKind" AS ENUM ('NONE', 'NOTE', 'WARNING');

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "associationId" UUID NOT NULL,
    "reporterId" UUID,
    "about" "ReportAbout" NOT NULL,
    "authorId" UUID,
    "projectId" UUID,
    "clauseId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'it',
    "state" "ReportState" NOT NULL DEFAULT 'OPEN',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "appeal" TEXT NOT NULL DEFAULT '',
    "appealedById" UUID,
    "appealBy" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "isAppeal" BOOLEAN NOT NULL,
    "kind" "MeasureKind" NOT NULL,
    "clauseId" UUID NOT NULL,
    "deciderId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Report_associationId_state_openedAt_idx" ON "Report"("associationId", "state", "openedAt");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

-- CreateIndex
CREATE INDEX "Report_authorId_idx" ON "Report"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Measure_reportId_isAppeal_key" ON "Measure"("reportId", "isAppeal");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.

-- MO2, MO3 · nobody reports themselves; who decides is neither who told nor whom it is about, and on appeal not who decided first.
ALTER TABLE "Report" ADD CONSTRAINT "report_not_self" CHECK ("reporterId" <> "authorId");
ALTER TABLE "Report" ADD CONSTRAINT "report_subject" CHECK (
  ("about" = 'PROJECT') = ("projectId" IS NOT NULL) AND btrim("text") <> '' AND (btrim("appeal") <> '') = ("state" IN ('APPEALED', 'CLOSED')));
ALTER TABLE "Measure" ADD CONSTRAINT "measure_reasoned" CHECK (btrim("reason") <> '');
CREATE FUNCTION guard_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Report" r WHERE r."id" = NEW."reportId" AND NEW."deciderId" IN (r."reporterId", r."authorId"))
     OR EXISTS (SELECT 1 FROM "Measure" m WHERE m."reportId" = NEW."reportId" AND NEW."isAppeal" AND m."deciderId" = NEW."deciderId") THEN
    RAISE EXCEPTION 'MO3: decided by a party' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guarded BEFORE INSERT ON "Measure" FOR EACH ROW EXECUTE FUNCTION guard_measure();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Measure" FOR EACH ROW EXECUTE FUNCTION refuse_change();
