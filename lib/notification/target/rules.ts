import type { Told } from "../types";
import type { NotificationTarget } from "./types";

const APPLICATION = "/associations/[slug]/manage/applications/[id]";

/** Where one goes on from a notification. */
export function targetOf({ kind, subjectId, association, project }: Told): NotificationTarget {
  const slug = (project ?? association)?.slug ?? "";
  switch (kind) {
    case "applicationToDecide":
    case "applicationUnanswered":
    case "applicationReply":
      return { pathname: APPLICATION, params: { slug, id: subjectId } };
    case "applicationDeclined":
    case "applicationExpired":
    case "applicationQuestion":
    case "vouchGiven":
      return { pathname: "/applications/[id]", params: { id: subjectId } };
    case "vouchAsked":
      return { pathname: "/applications" };
    case "charterToAccept":
    case "charterReworded":
    case "charterDueSoon":
    case "charterOverdue":
    case "charterPauseSoon":
    case "charterPaused":
      return { pathname: "/associations/[slug]/pledge", params: { slug } };
    case "charterReviewSoon":
    case "charterReviewDue":
      return { pathname: "/associations/[slug]/manage/charter", params: { slug } };
    case "memberJoined":
      return { pathname: "/associations/[slug]/members", params: { slug } };
    case "pledgeEnding":
    case "pledgeOver":
    case "pauseOver":
    case "silent":
    case "pausedByTime":
      return { pathname: "/associations/[slug]/pledge", params: { slug } };
    case "approvalAsked":
    case "coHostAsked":
    case "coHostLetGo":
      return { pathname: "/associations/[slug]/manage/projects", params: { slug: association?.slug ?? "" } };
    case "placeEnded":
      return { pathname: "/associations/[slug]", params: { slug } };
    case "needAsked":
    case "seatEnding":
    case "seatEnded":
      return { pathname: "/projects/[slug]/needs/[id]", params: { slug, id: subjectId } };
    case "seatReopened":
    case "projectApproved":
    case "projectNotApproved":
    case "ideaReady":
    case "ideaJoined":
    case "seatTaken":
    case "offerToDecide":
    case "beyondToDecide":
    case "offerWithdrawn":
      return { pathname: "/projects/[slug]/manage", params: { slug } };
    case "commitmentToYou":
    case "commitmentConfirmed":
    case "commitmentClosed":
      return { pathname: project ? "/projects/[slug]" : "/associations/[slug]/commitments", params: { slug } };
    case "periodEnding":
    case "fellBehind":
      return { pathname: "/associations/[slug]/standing", params: { slug } };
    case "helpAsked":
      return { pathname: "/associations/[slug]/manage/care", params: { slug } };
    case "projectConcluded":
    case "thanked":
      return { pathname: "/projects/[slug]/result", params: { slug } };
    case "threadOpened":
    case "threadAnswered":
      return { pathname: "/projects/[slug]/work/talk", params: { slug } };
    case "decisionLogged":
      return { pathname: "/projects/[slug]/work/log", params: { slug } };
    case "meetingCalled":
    case "meetingChanged":
    case "meetingCancelled":
      return { pathname: "/projects/[slug]/work/meetings", params: { slug } };
    case "taskAsked":
    case "taskTaken":
      return { pathname: "/projects/[slug]/work", params: { slug } };
    case "contributionToConfirm":
    case "contributionConfirmed":
    case "contributionRejected":
    case "contributionReversed":
    case "contributionLapsed":
      return {
        pathname: project ? "/projects/[slug]/contributions" : "/associations/[slug]/contributions",
        params: { slug },
      };
    case "caseOpened":
    case "caseToJudge":
    case "caseAnswered":
    case "caseDecided":
    case "caseAppealed":
    case "appealDecided":
    case "caseLapsed":
      return { pathname: "/associations/[slug]/cases/[id]", params: { slug, id: subjectId } };
    case "reportedMine":
    case "reportToDecide":
    case "reportMeasured":
    case "measureAppealed":
    case "reportLapsed":
      return { pathname: "/associations/[slug]/reports/[id]", params: { slug, id: subjectId } };
    case "reportSettled":
    case "reportUndecided":
      return { pathname: "/associations/[slug]/report", params: { slug } };
    case "caseVoteOpened":
    case "ownCaseVoted":
    case "decisionOpened":
    case "decisionAmended":
    case "decisionWithdrawn":
    case "decisionClosed":
    case "chargeOffered":
    case "chargeAccepted":
      return { pathname: "/associations/[slug]/decisions/[id]", params: { slug, id: subjectId } };
    case "searchFound":
      return { pathname: "/people/searches" };
    default:
      return { pathname: project ? "/projects/[slug]" : "/associations/[slug]", params: { slug } };
  }
}
