import { describe, expect, test } from "vitest";
import { ACTIVITY_KINDS } from "@/lib/activity/types";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import { detailIn, isMailed, leavesByMail, TELLINGS, targetOf } from "./rules";
import { CERTAIN_MAILS, NOTIFICATION_KINDS, OPTIONAL_MAILS, type Told } from "./types";

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

describe("what leaves by mail", () => {
  test.each(OPTIONAL_MAILS)("NT1: %s leaves unless switched off", (kind) => {
    expect([leavesByMail(kind, null), leavesByMail(kind, true), leavesByMail(kind, false)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each(CERTAIN_MAILS)("NT5: %s leaves whatever was chosen", (kind) => {
    expect([leavesByMail(kind, null), leavesByMail(kind, true), leavesByMail(kind, false)]).toEqual([true, true, true]);
  });

  test("everything else stays in the product", () => {
    const rest = NOTIFICATION_KINDS.filter((kind) => !isMailed(kind));
    expect(rest.length + OPTIONAL_MAILS.length + CERTAIN_MAILS.length).toBe(NOTIFICATION_KINDS.length);
    expect(rest.filter((kind) => leavesByMail(kind, true))).toEqual([]);
  });
});

test("every notification, and every mail, has its sentences in both languages", () => {
  for (const { notification } of [it, en]) {
    expect(Object.keys(notification.sentence).sort()).toEqual([...NOTIFICATION_KINDS].sort());
    expect(Object.keys(notification.mail.more).sort()).toEqual([...OPTIONAL_MAILS, ...CERTAIN_MAILS].sort());
    expect(Object.keys(notification.settings.kind).sort()).toEqual([...OPTIONAL_MAILS, ...CERTAIN_MAILS].sort());
  }
});

const ASSOCIATION = { slug: "cantiere", name: "Cantiere", values: [] };
const PROJECT = { slug: "lavatoio", name: "Lavatoio", values: [] };
const told = (kind: Told["kind"], rest: Partial<Told> = {}): Told => ({
  ...{ kind, subjectId: "s1", actor: null, association: ASSOCIATION, project: null, detail: "" },
  ...rest,
});

test.each([
  [told("applicationToDecide"), "/associations/[slug]/manage/applications/[id]", { slug: "cantiere", id: "s1" }],
  [told("applicationDeclined"), "/applications/[id]", { id: "s1" }],
  [told("applicationAdmitted"), "/associations/[slug]", { slug: "cantiere" }],
  [told("memberJoined"), "/associations/[slug]/members", { slug: "cantiere" }],
  [told("offerToDecide", { project: PROJECT }), "/projects/[slug]/manage", { slug: "lavatoio" }],
  [told("offerAccepted", { project: PROJECT }), "/projects/[slug]", { slug: "lavatoio" }],
  [told("contributionToConfirm", { project: PROJECT }), "/projects/[slug]/contributions", { slug: "lavatoio" }],
  [told("contributionLapsed"), "/associations/[slug]/contributions", { slug: "cantiere" }],
  [told("searchFound", { association: null }), "/people/searches", undefined],
])("$kind leads to where one goes on", (notification, pathname, params) => {
  expect(targetOf(notification)).toEqual({ pathname, ...(params && { params }) });
});

test("a saved search is named in words, anything else by its code", () => {
  const words = { language: "it" as const, say: (key: string) => `<${key}>` };
  const narrow = { detail: "q=liutaio&place=BO&association=cantiere&side=asks" };
  expect(detailIn(told("searchFound", narrow), words)).toBe("liutaio · Bologna · Cantiere · <side.asks>");
  expect(detailIn(told("searchFound", { ...narrow, association: null }), words)).toContain(" · cantiere · ");
  expect(detailIn(told("roleEnded", { detail: "STEWARD" }), words)).toBe("STEWARD");
});

test("a saved search stands in quotation marks: its own are the inner ones", () => {
  const words = { language: "it" as const, say: () => "Ha un «offro»" };
  const search = told("searchFound", { detail: "q=detta+%C2%ABla+rossa%C2%BB&side=offers", association: null });
  expect(detailIn(search, words)).toBe("detta “la rossa” · Ha un “offro”");
});
