import {
  confirmContribution,
  declareContribution,
  lapseContributions,
  rejectContribution,
} from "@/lib/contribution/commands";
import { closeCommitment, missOverdueCommitments } from "@/lib/contribution/commitment/commands";
import { declareOutside } from "@/lib/contribution/outside/commands";
import { closeOwnCommitment, confirmCommitment } from "@/lib/contribution/promise/commands";
import { reverseContribution } from "@/lib/contribution/reversal/commands";
import { contentionOf } from "@/lib/core/contention";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/db/transaction";
import { castBallot } from "@/lib/decision/ballot/commands";
import { acceptCharge, entrustDecision, refuseCharge } from "@/lib/decision/charge/commands";
import { putCharterToVote } from "@/lib/decision/charter/commands";
import { closeDecision, closeDueDecisions } from "@/lib/decision/closing/commands";
import { amendDecision, withdrawDecision } from "@/lib/decision/commands";
import { openDecision } from "@/lib/decision/opening/commands";
import { stateAbsence } from "@/lib/membership/absence/commands";
import { followUpCharters } from "@/lib/membership/acceptance/commands";
import { applyToAssociation, expireApplications, withdrawApplication } from "@/lib/membership/application/commands";
import { changeRole, defineRole, retireRole } from "@/lib/membership/bundle/commands";
import { renewCard, setCard } from "@/lib/membership/card/commands";
import { publishCharter } from "@/lib/membership/charter/commands";
import { confirmPapers } from "@/lib/membership/confirmation/commands";
import { decideApplication } from "@/lib/membership/decision/commands";
import { discardDraft, saveDraft } from "@/lib/membership/draft/commands";
import { foundAssociation } from "@/lib/membership/founding/commands";
import { askHelp, closeHelp } from "@/lib/membership/help/commands";
import { importMembers, withdrawImport } from "@/lib/membership/import/commands";
import {
  declineInvitation,
  expireInvitations,
  inviteMember,
  withdrawInvitation,
} from "@/lib/membership/invitation/commands";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { expireLetters, withdrawLetter, writeLetter } from "@/lib/membership/letter/commands";
import { makeLink, revokeLink } from "@/lib/membership/link/commands";
import { declineLetter, takeUpOpening } from "@/lib/membership/opening/commands";
import { pauseMembership, resumeMembership } from "@/lib/membership/pausing/commands";
import { drawAccounts } from "@/lib/membership/period/commands";
import { renewPledge } from "@/lib/membership/pledge/commands";
import { acceptRole, endRole, offerRole, refuseRole, takeUpCustody } from "@/lib/membership/role/commands";
import { setEntry } from "@/lib/membership/setting/commands";
import { giveTrust, reviewTrust, withdrawTrust } from "@/lib/membership/trust/commands";
import { askVouch, giveVouch, refuseVouch } from "@/lib/membership/vouch/commands";
import { answerCase, appealCase, openCase } from "@/lib/moderation/exclusion/commands";
import { lapseCases } from "@/lib/moderation/lapse/commands";
import { takeMeasure } from "@/lib/moderation/measure/commands";
import { answerReport } from "@/lib/moderation/report/commands";
import { openCaseVote, ruleOnCase, settleCaseVotes } from "@/lib/moderation/ruling/commands";
import { mailLetters } from "@/lib/notification/letter/delivery";
import { answerApproval } from "@/lib/project/approval/commands";
import { declineIdeaInvitation, inviteToIdea, withdrawIdeaInvitation } from "@/lib/project/asking/commands";
import { answerCoHost, askCoHost, withdrawCoHost } from "@/lib/project/cohosting/commands";
import { concludeProject, moveProject } from "@/lib/project/commands";
import { askToCover, coverNeed, declineNeedAsk, lapseNeedAsks, withdrawNeedAsk } from "@/lib/project/covering/commands";
import { adoptProject, answerHandover, offerHandover, withdrawHandover } from "@/lib/project/handover/commands";
import { joinIdea, proposeIdea, withdrawFromIdea } from "@/lib/project/idea/commands";
import { leaveLead, offerLead, takeLead, withdrawLead } from "@/lib/project/lead/commands";
import { saveNote } from "@/lib/project/note/commands";
import { acceptOffer, declineOffer, offerToNeed, withdrawOffer } from "@/lib/project/offer/commands";
import { leaveCoHosting, letCoHostGo } from "@/lib/project/parting/commands";
import { proposeProject } from "@/lib/project/proposal/commands";
import { answerSeat } from "@/lib/project/seat/commands";
import { addTask, giveTaskBack, moveTask, takeTask } from "@/lib/project/task/commands";
import { answerTask, askForTask, withdrawTaskAsk } from "@/lib/project/task-ask/commands";
import { followSeats, renewSeat } from "@/lib/project/term/commands";

/** What a job does, whoever sends it. */
const job =
  (...steps: readonly ((now?: Date) => Promise<number>)[]) =>
  async (_: null, __: null, now?: Date) => {
    let value = 0;
    for (const step of steps) value += await step(now);
    return { ok: true, value } as const;
  };

type Coming = { readonly token: string; readonly papers: Parameters<typeof applyToAssociation>[1] };

/** Takes up a link and hands the papers in, as whoever follows it does. */
async function comeInBy(actor: Parameters<typeof takeUpOpening>[0], { token, papers }: Coming, now?: Date) {
  const taken = await takeUpOpening(actor, { token }, now);
  return taken.ok ? applyToAssociation(actor, papers, now) : taken;
}

/** What the job does for one vote: whether there was anything left to count. */
const countVotes = (_: null, { decisionId }: { decisionId: string }, now = new Date()) =>
  inTransaction<boolean, never>(null, async (tx) => ok((await closeDecision(tx, decisionId, now)) !== null));

/** Everything contenders can do, by the name it is sent under. */
const ACTS = {
  ...{ apply: applyToAssociation, withdraw: withdrawApplication, decide: decideApplication },
  ...{ invite: inviteMember, declineInvitation, withdrawInvitation },
  ...{ writeLetter, withdrawLetter, makeLink, revokeLink, takeUpOpening, comeInBy, importMembers, withdrawImport },
  declineLetter: (_: null, input: Parameters<typeof declineLetter>[0], now?: Date) => declineLetter(input, now),
  ...{ askVouch, giveVouch, refuseVouch, setEntry },
  ...{ leave: leaveAssociation, pause: pauseMembership, resume: resumeMembership },
  ...{ renew: renewPledge, found: foundAssociation },
  ...{ setCard, renewCard, stateAbsence, askHelp, closeHelp },
  ...{ offerRole, acceptRole, refuseRole, endRole, takeUpCustody, giveTrust, withdrawTrust },
  ...{ defineRole, changeRole, retireRole, declare: declareOutside },
  ...{ saveDraft, discardDraft, publish: publishCharter, putCharterToVote, confirmPapers },
  ...{ openDecision, cast: castBallot, amendDecision, withdrawDecision, entrustDecision, acceptCharge, refuseCharge },
  ...{ openCase, answerCase, rule: ruleOnCase, openCaseVote, appealCase, takeMeasure, answerReport },
  ...{ offerToNeed, acceptOffer, answerHandover, adoptProject, proposeProject, closeCommitment },
  ...{ moveProject, declineOffer, declareDeed: declareContribution },
  ...{ withdrawOffer, offerHandover, withdrawHandover, conclude: concludeProject, takeTask, saveNote },
  ...{ askToCover, coverNeed, declineNeedAsk, withdrawNeedAsk, renewSeat, answerApproval },
  ...{
    joinIdea,
    proposeIdea,
    withdrawFromIdea,
    inviteToIdea,
    declineIdeaInvitation,
    withdrawIdeaInvitation,
    answerSeat,
  },
  ...{ askCoHost, answerCoHost, withdrawCoHost, leaveCoHosting, letCoHostGo },
  ...{ offerLead, leaveLead, takeLead, withdrawLead },
  ...{ addTask, moveTask, giveTaskBack, askForTask, answerTask, withdrawTaskAsk },
  ...{ confirmContribution, rejectContribution, reverseContribution, confirmCommitment, closeOwnCommitment },
  expire: job(expireApplications, expireInvitations),
  countVotes,
  settleVotes: job(settleCaseVotes),
  lapseCases: job(lapseCases),
  followSeats: job(followSeats),
  /** All jobs of a project's life. */
  projectJobs: job(lapseContributions, missOverdueCommitments, followSeats, lapseNeedAsks),
  /** All jobs of a membership's life, one after the other. */
  jobs: job(
    expireApplications,
    expireInvitations,
    followUpCharters,
    settleCaseVotes,
    lapseCases,
    reviewTrust,
    expireLetters,
    mailLetters,
    closeDueDecisions,
    drawAccounts,
  ),
};
type Acts = typeof ACTS;
export type Act = keyof Acts;

/** One contender: who does what, when. Survives the way to another process. */
export type Try = {
  [A in Act]: {
    readonly act: A;
    readonly actor: Parameters<Acts[A]>[0];
    readonly input: Parameters<Acts[A]>[1];
    readonly now?: Date;
  };
}[Act];

/** How a try ended: «ok» with its value, the code of the refusal, or «fault» when it threw. */
export type Answer = {
  readonly act: Act;
  readonly code: string;
  readonly value?: unknown;
  readonly memberId: string | null;
  /** Which of the two processes it was. */
  readonly by: number;
  /** How often it heard «busy» before. */
  readonly waits: number;
};

type Command = (actor: unknown, input: unknown, now: Date) => Promise<Result<unknown>>;

/** So often somebody told «busy, try again in a moment» does so. */
const WAITS_MAX = 8;

/** Does what a form would: where others were writing at the same time for too long, it is tried again, as the page asks. */
async function attempt({ act, actor, input, now = new Date() }: Try, by: number): Promise<Answer> {
  const about = { act, memberId: actor?.memberId ?? null, by };
  for (let waits = 0; ; waits++)
    try {
      const result = await (ACTS[act] as Command)(actor, input, now);
      if (!result.ok) return { ...about, waits, code: result.refusal.code };
      return { ...about, waits, code: "ok", value: result.value };
    } catch (error) {
      if (!contentionOf(error) || waits === WAITS_MAX)
        return { ...about, waits, code: "fault", value: lastLineOf(error) };
    }
}

/** Prisma tells where it was first, and what happened last. */
const lastLineOf = (error: unknown) => String(error).trim().split("\n").at(-1);

/** All of them at once. */
export const attemptAll = (tries: readonly Try[], by: number): Promise<Answer[]> =>
  Promise.all(tries.map((one) => attempt(one, by)));
