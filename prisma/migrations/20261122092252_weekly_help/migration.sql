-- CreateTable
CREATE TABLE "WeeklyHelp" (
    "memberId" UUID NOT NULL,
    "weekOn" DATE NOT NULL,
    "needIds" UUID[],
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WeeklyHelp_pkey" PRIMARY KEY ("memberId","weekOn")
);

-- AddForeignKey
ALTER TABLE "WeeklyHelp" ADD CONSTRAINT "WeeklyHelp_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- NT4 · a week begins on Monday, and an empty mail is not sent.
ALTER TABLE "WeeklyHelp" ADD CONSTRAINT "weekly_help_monday" CHECK (extract(isodow FROM "weekOn") = 1);
ALTER TABLE "WeeklyHelp" ADD CONSTRAINT "weekly_help_not_empty" CHECK (cardinality("needIds") > 0);
