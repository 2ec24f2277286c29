import "server-only";
import type { CronItem, TaskList } from "graphile-worker";
import { sweepFormKeys } from "@/lib/account/commands";
import { sweepSessions } from "@/lib/account/session/commands";
import { sweepSignUps } from "@/lib/account/sign-up/commands";
import { sweepThrottles } from "@/lib/account/throttle/commands";
import { findAbsent } from "@/lib/auth/standing";
import { lapseContributions } from "@/lib/contribution/commands";
import { missOverdueCommitments } from "@/lib/contribution/commitment/commands";
import { dayOf } from "@/lib/core/duration";
import { db } from "@/lib/db/client";
import { closeDueDecisions } from "@/lib/decision/closing/commands";
import { foldCounts, foldLists, refreshEnded } from "@/lib/directory/commands";
import { watchSearches } from "@/lib/directory/watch/commands";
import { logger } from "@/lib/log/logger";
import { sweepMail } from "@/lib/mail/outbox";
import { mailOfSecurity } from "@/lib/mail/security";
import { sendMailAlone } from "@/lib/mail/sending";
import { followUpCharters, remindOfReviews } from "@/lib/membership/acceptance/commands";
import { expireApplications } from "@/lib/membership/application/commands";
import { expireInvitations } from "@/lib/membership/invitation/commands";
import { expireLetters } from "@/lib/membership/letter/commands";
import { drawAccounts } from "@/lib/membership/period/commands";
import { callForStewards, endCustodies, remindOfPauses, remindOfStatements } from "@/lib/membership/reminder/commands";
import { followSilences } from "@/lib/membership/silence/commands";
import { reviewTrust } from "@/lib/membership/trust/commands";
import { lapseCases, lapseReports } from "@/lib/moderation/lapse/commands";
import { settleCaseVotes } from "@/lib/moderation/ruling/commands";
import { tellOf } from "@/lib/notification/delivery";
import { mailLetters } from "@/lib/notification/letter/delivery";
import { mailWeeklyHelp } from "@/lib/notification/weekly/delivery";
import { lapseNeedAsks } from "@/lib/project/covering/commands";
import { foldProjectTallies } from "@/lib/project/listing/commands";
import { followSeats } from "@/lib/project/term/commands";

/**
 * Everything done in the background, by the name jobs are added with. Each may run twice (a process may end between the
 * work and its being noted) and so must do no harm the second time.
 */
export const tasks: TaskList = {
  sendMail: () => sendMailAlone(),
  notify: async (payload) => {
    const { activityId } = payload as { activityId: string };
    await tellOf(activityId);
    await mailOfSecurity(activityId);
  },
  expireApplications: counted("expireApplications", () => expireApplications()),
  expireInvitations: counted("expireInvitations", () => expireInvitations()),
  remindOfStatements: counted("remindOfStatements", () => remindOfStatements()),
  remindOfPauses: counted("remindOfPauses", () => remindOfPauses()),
  callForStewards: counted("callForStewards", () => callForStewards()),
  endCustodies: counted("endCustodies", () => endCustodies()),
  reviewTrust: counted("reviewTrust", () => reviewTrust()),
  followSilences: counted("followSilences", () => followSilences()),
  mailLetters: counted("mailLetters", () => mailLetters()),
  mailWeeklyHelp: counted("mailWeeklyHelp", () => mailWeeklyHelp({ ownerOf: findAbsent })),
  expireLetters: counted("expireLetters", () => expireLetters()),
  drawAccounts: counted("drawAccounts", () => drawAccounts()),
  followUpCharters: counted("followUpCharters", () => followUpCharters()),
  remindOfReviews: counted("remindOfReviews", () => remindOfReviews()),
  followSeats: counted("followSeats", () => followSeats()),
  lapseNeedAsks: counted("lapseNeedAsks", () => lapseNeedAsks()),
  lapseContributions: counted("lapseContributions", () => lapseContributions()),
  missOverdueCommitments: counted("missOverdueCommitments", () => missOverdueCommitments()),
  closeDueDecisions: counted("closeDueDecisions", () => closeDueDecisions()),
  settleCaseVotes: counted("settleCaseVotes", () => settleCaseVotes()),
  lapseCases: counted("lapseCases", () => lapseCases()),
  lapseReports: counted("lapseReports", () => lapseReports()),
  refreshEnded: counted("refreshEnded", async () => {
    let all = 0;
    for (let some = -1; some !== 0; all += some)
      some = await db.$transaction((tx) => refreshEnded(tx, dayOf(new Date())));
    return all;
  }),
  watchSearches: counted("watchSearches", () => watchSearches({ ownerOf: findAbsent })),
  foldCounts: () => Promise.all([foldCounts(), foldProjectTallies()]).then(() => undefined),
  foldLists: () => foldLists().then(() => undefined),
  sweep: counted("sweep", async () => {
    const swept = [sweepThrottles, sweepSessions, sweepSignUps, sweepFormKeys, sweepMail].map((sweep) => sweep());
    return (await Promise.all(swept)).reduce((sum, count) => sum + count, 0);
  }),
};

/** Minute, hour, day, month, weekday, in UTC. What was missed while nothing ran is not made up for: the next run does it. */
export const timetable: CronItem[] = [
  { task: "sendMail", match: "* * * * *" },
  { task: "sweep", match: "17 * * * *" },
  { task: "expireApplications", match: "7 * * * *" },
  { task: "expireInvitations", match: "12 * * * *" },
  { task: "remindOfStatements", match: "4 5 * * *" },
  { task: "remindOfPauses", match: "9 5 * * *" },
  { task: "callForStewards", match: "14 * * * *" },
  { task: "endCustodies", match: "1 * * * *" },
  { task: "reviewTrust", match: "34 5 * * *" },
  { task: "followSilences", match: "24 5 * * *" },
  { task: "mailLetters", match: "* * * * *" },
  // Eight in the morning in Italy, in summer and in winter; the other run finds it too early, or done.
  { task: "mailWeeklyHelp", match: "0 6,7 * * 1" },
  { task: "expireLetters", match: "19 * * * *" },
  // Soon after midnight in Italy, in summer and in winter, and once more in the morning.
  { task: "drawAccounts", match: "10 22,23,4 * * *" },
  { task: "followUpCharters", match: "21 * * * *" },
  { task: "remindOfReviews", match: "47 5 * * *" },
  // Soon after midnight in Italy, in summer and in winter, and once more in the morning.
  { task: "followSeats", match: "20 22,23,4 * * *" },
  { task: "lapseNeedAsks", match: "31 * * * *" },
  { task: "lapseContributions", match: "27 * * * *" },
  { task: "missOverdueCommitments", match: "37 * * * *" },
  { task: "closeDueDecisions", match: "* * * * *" },
  { task: "settleCaseVotes", match: "* * * * *" },
  { task: "lapseCases", match: "52 5 * * *" },
  { task: "lapseReports", match: "54 5 * * *" },
  { task: "refreshEnded", match: "3 * * * *" },
  { task: "watchSearches", match: "42 * * * *" },
  { task: "foldCounts", match: "*/10 * * * *" },
  { task: "foldLists", match: "5,15,25,35,45,55 * * * *" },
];

/** Says how much there was to do, when there was something. */
function counted(task: string, work: () => Promise<number>) {
  return async () => {
    const count = await work();
    if (count > 0) logger().info({ event: "job", task, count });
  };
}
