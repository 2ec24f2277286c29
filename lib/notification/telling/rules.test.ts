import { describe, expect, test } from "vitest";
import { ACTIVITY_KINDS } from "@/lib/activity/types";
import { isMailed } from "../rules";
import { NOTIFICATION_KINDS } from "../types";
import { TELLINGS } from "./rules";

const kindsTold = (kind: (typeof ACTIVITY_KINDS)[number]) =>
  TELLINGS[kind].map(({ kind: told, to }) => `${told} → ${to}`);

describe("who is told what", () => {
  test.each([
    ["membership.applied", ["applicationToDecide → admitters"]],
    ["membership.admitted", ["applicationAdmitted → person"]],
    ["membership.declined", ["applicationDeclined → person"]],
    ["membership.expired", ["applicationExpired → person", "applicationUnanswered → admitters"]],
    ["membership.invited", ["invitation → person"]],
    ["membership.admitterSaid", ["applicationQuestion → person"]],
    ["membership.applicantSaid", ["applicationReply → admitters"]],
    ["membership.vouchAsked", ["vouchAsked → person"]],
    ["membership.vouchGiven", ["vouchGiven → person"]],
    ["membership.roleOffered", ["roleOffered → person"]],
    ["project.ideaJoined", ["ideaJoined → lead"]],
    ["project.ideaReady", ["ideaReady → lead"]],
    ["project.ideaInvited", ["ideaInvited → person"]],
    ["project.proposed", ["ideaProposed → dreamers"]],
    ["project.seatAsked", ["seatAsked → person"]],
    ["project.offered", ["offerToDecide → lead"]],
    ["project.offerAccepted", ["offerAccepted → person"]],
    ["contribution.declared", ["contributionToConfirm → participants"]],
    ["directory.searchFound", ["searchFound → person"]],
  ] as const)("%s: %o", (kind, told) => {
    expect(kindsTold(kind)).toEqual(told);
  });

  test.each([
    "membership.invitationDeclined",
    "membership.roleRefused",
    "membership.withdrawn",
    "membership.left",
    "project.handoverRefused",
    "project.ideaInvitationDeclined",
    "project.seatDeclined",
  ] as const)("NT6, PT3: %s tells nobody", (kind) => {
    expect(TELLINGS[kind]).toEqual([]);
  });

  test("PT3: a «non ora» to an offer reaches only the one who asked, and by no mail", () => {
    expect(kindsTold("project.offerDeclined")).toEqual(["offerDeclined → person"]);
    expect(isMailed("offerDeclined")).toBe(false);
  });

  test("every kind of notification has an activity that causes it", () => {
    const caused = new Set(ACTIVITY_KINDS.flatMap((kind) => TELLINGS[kind].map((telling) => telling.kind)));
    expect(NOTIFICATION_KINDS.filter((kind) => !caused.has(kind))).toEqual([]);
  });
});
