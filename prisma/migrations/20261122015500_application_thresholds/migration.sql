-- R5 · the thresholds in force when an application is handed in hold to its end.
ALTER TABLE "Application" ADD COLUMN "decidersRequired" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "reapplyCooldownDays" INTEGER NOT NULL DEFAULT 30;

UPDATE "Application" a SET "decidersRequired" = s."decidersRequired", "reapplyCooldownDays" = s."reapplyCooldownDays"
  FROM "Association" s WHERE s."id" = a."associationId" AND a."door" = 'APPLICATION';

ALTER TABLE "Application" ADD CONSTRAINT "application_thresholds" CHECK (
  "decidersRequired" BETWEEN 1 AND 2 AND "reapplyCooldownDays" BETWEEN 0 AND 365);
