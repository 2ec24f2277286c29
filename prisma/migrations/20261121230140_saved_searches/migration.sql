-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "query" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "seen" INTEGER[],
    "isWide" BOOLEAN NOT NULL DEFAULT false,
    "told" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedSearch_checkedAt_idx" ON "SavedSearch"("checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_memberId_query_key" ON "SavedSearch"("memberId", "query");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_memberId_place_key" ON "SavedSearch"("memberId", "place");

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Twenty at most, counted by the places they take; and no more remembered of others than the rules say.
ALTER TABLE "SavedSearch"
  ADD CONSTRAINT "SavedSearch_place_range" CHECK ("place" BETWEEN 1 AND 20),
  ADD CONSTRAINT "SavedSearch_query_length" CHECK (length("query") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "SavedSearch_locale_known" CHECK ("locale" IN ('it', 'en')),
  ADD CONSTRAINT "SavedSearch_seen_length" CHECK (cardinality("seen") <= 96 AND cardinality("told") <= 96);

-- What somebody looked for goes with their account, when the shared work stays.
CREATE FUNCTION forget_searches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN DELETE FROM "SavedSearch" WHERE "memberId" = NEW."id"; RETURN NULL; END $$;
CREATE TRIGGER searches_erasure AFTER UPDATE OF "accountId" ON "Member"
  FOR EACH ROW WHEN (NEW."accountId" IS NULL) EXECUTE FUNCTION forget_searches();
