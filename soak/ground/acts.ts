import { confirmContribution } from "@/lib/contribution/commands";
import { closeCommitment } from "@/lib/contribution/commitment/commands";
import { contentionOf } from "@/lib/core/contention";
import type { Result } from "@/lib/core/result";
import { castBallot } from "@/lib/decision/ballot/commands";
import { followUpCharters } from "@/lib/membership/acceptance/commands";
import { applyToAssociation, expireApplications, withdrawApplication } from "@/lib/membership/application/commands";
import { publishCharter } from "@/lib/membership/charter/commands";
import { confirmPapers } from "@/lib/membership/confirmation/commands";
import { decideApplication } from "@/lib/membership/decision/commands";
import { discardDraft, saveDraft } from "@/lib/membership/draft/commands";
import { foundAssociation } from "@/lib/membership/founding/commands";
import {
  declineInvitation,
  expireInvitations,
  inviteMember,
  withdrawInvitation,
} from "@/lib/membership/invitation/commands";
import { leaveAssociation } from "@/lib/membership/leaving/commands";
import { pauseMembership, resumeMembership } from "@/lib/membership/pausing/commands";
import { renewPledge } from "@/lib/membership/pledge/commands";
import { acceptRole, endRole, offerRole, refuseRole, takeUpCustody } from "@/lib/membership/role/commands";
import { answerCase, appealCase, openCase } from "@/lib/moderation/exclusion/commands";
import { lapseCases } from "@/lib/moderation/lapse/commands";
import { openCaseVote, ruleOnCase, settleCaseVotes } from "@/lib/moderation/ruling/commands";
import { answerHandover } from "@/lib/project/handover/commands";
import { acceptOffer, offerToNeed } from "@/lib/project/offer/commands";

const JOBS = [expireApplications, expireInvitations, followUpCharters, settleCaseVotes, lapseCases];

/** Everything contenders can do, by the name it is sent under. */
const ACTS = {
  ...{ apply: applyToAssociation, withdraw: withdrawApplication, decide: decideApplication },
  ...{ invite: inviteMember, declineInvitation, withdrawInvitation },
  ...{ leave: leaveAssociation, pause: pauseMembership, resume: resumeMembership },
  ...{ renew: renewPledge, found: foundAssociation },
  ...{ offerRole, acceptRole, refuseRole, endRole, takeUpCustody },
  ...{ offerToNeed, acceptOffer, answerHandover, confirmContribution, closeCommitment },
  ...{ saveDraft, discardDraft, publish: publishCharter, confirmPapers },
  ...{ openCase, answerCase, rule: ruleOnCase, openCaseVote, cast: castBallot, appealCase },
  /** What the jobs of entry do, and all jobs of a membership's life, one after the other. */
  expire: async (_: null, __: null, now?: Date) => {
    const closed = (await expireApplications(now)) + (await expireInvitations(now));
    return { ok: true, value: closed } as const;
  },
  jobs: async (_: null, __: null, now?: Date) => {
    for (const job of JOBS) await job(now);
    return { ok: true, value: null } as const;
  },
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
