-- CreateEnum
CREATE TYPE "SeatReminderKind" AS ENUM ('MONTH', 'WEEK');

-- AlterEnum
ALTER TYPE "NeedOfferState" ADD VALUE 'ENDED';

-- AlterTable
ALTER TABLE "NeedOffer" ADD COLUMN     "renewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "untilOn" DATE;

-- CreateTable
CREATE TABLE "SeatReminder" (
    "offerId" UUID NOT NULL,
    "kind" "SeatReminderKind" NOT NULL,
    "aboutOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeatReminder_pkey" PRIMARY KEY ("offerId","kind","aboutOn")
);

-- CreateIndex
CREATE INDEX "NeedOffer_state_untilOn_idx" ON "NeedOffer"("state", "untilOn");

-- AddForeignKey
ALTER TABLE "SeatReminder" ADD CONSTRAINT "SeatReminder_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "NeedOffer"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- K2 · once a seat has ended it is no one's: whoever comes back offers again.
CREATE FUNCTION guard_ended_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state"::text = 'ENDED' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
    RAISE EXCEPTION 'K2: ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_offer_ended';
  END IF;
  IF NEW."state"::text = 'ENDED' AND (OLD."state" <> 'ACCEPTED' AND OLD."state"::text <> 'ENDED' OR NEW."untilOn" IS NULL) THEN
    RAISE EXCEPTION 'K2: only a seat with a last day ends' USING ERRCODE = 'check_violation', CONSTRAINT = 'need_offer_ends';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_offer_end BEFORE UPDATE OF "state" ON "NeedOffer" FOR EACH ROW EXECUTE FUNCTION guard_ended_seat();
