import type { Actor } from "@/lib/auth/actor";
import { dayOf } from "@/lib/core/duration";
import { anOffer, wordOf } from "@/lib/testing/projects";
import type { Act, Try } from "../ground/acts";
import { becoming, type Real } from "./begin";
import type { Ids } from "./look";
import type { Kind, Step } from "./model";
import { newest } from "./world";

const RESULT = "Il lavatoio è aperto due giorni a settimana, con un tetto nuovo.";
const WHY = "Perché conosci il lavatoio da quando era ancora aperto a tutti.";
const NOBODY = "Quel giorno non c’era nessuno.";
const A_CONTACT = { brings: "CONTACT", competence: null, contact: "Chi tiene le chiavi del lavatoio" } as const;
const TASK = { title: "Misurare il tetto", words: "", due: null, deliverableId: null };
const DEED = { kind: "TIME" as const, title: "Ho misurato", hours: 60 };
/** A row that is not there. */
const NONE = "00000000-0000-7000-8000-000000000000";

type Input<A extends Act> = Extract<Try, { readonly act: A }>["input"];
type Sent = { readonly [A in Act]: { readonly act: A; readonly input: Input<A> } }[Act];
type At = {
  readonly slug: string;
  readonly op: Step;
  readonly now: Date;
  readonly whom: Actor;
  readonly association: string;
  /** The id of the row a step is about. */
  readonly id: (table: keyof Ids) => string;
};

/** The command each step is, and what its form sends. */
const STEPS: Readonly<Record<Exclude<Kind, "tick">, (at: At) => Sent>> = {
  move: ({ slug, op: { to } }) => ({ act: "moveProject", input: { slug, to, note: "" } }),
  conclude: ({ slug }) => ({ act: "conclude", input: { slug, result: RESULT, lessons: "", links: [] } }),
  offer: ({ id }) => ({ act: "offerToNeed", input: anOffer(id("needs")) }),
  accept: ({ id }) => ({ act: "acceptOffer", input: { offerId: id("offers") } }),
  decline: ({ id }) => ({ act: "declineOffer", input: { offerId: id("offers") } }),
  withdraw: ({ id }) => ({ act: "withdrawOffer", input: { offerId: id("offers") } }),
  close: ({ id, op: { isYes } }) => ({
    act: "closeCommitment",
    input: { commitmentId: id("promises"), outcome: isYes ? "KEPT" : "PARTLY", note: "" },
  }),
  declare: ({ slug, now }) => ({ act: "declareDeed", input: { ...DEED, slug, doneOn: dayOf(now) } }),
  confirm: ({ id }) => ({ act: "confirmContribution", input: { contributionId: id("deeds") } }),
  reject: ({ id }) => ({ act: "rejectContribution", input: { contributionId: id("deeds"), reason: NOBODY } }),
  handOver: ({ slug, whom }) => ({ act: "offerHandover", input: { slug, memberId: whom.memberId } }),
  answerHandover: ({ slug, op }) => ({ act: "answerHandover", input: { slug, answer: said(op) } }),
  keep: ({ slug }) => ({ act: "withdrawHandover", input: { slug } }),
  adopt: ({ slug }) => ({ act: "adoptProject", input: { slug } }),
  leave: ({ association }) => ({ act: "leave", input: { associationSlug: association } }),
  join: ({ slug, op: { isYes } }) => ({ act: "joinIdea", input: wordOf(slug, isYes ? {} : A_CONTACT) }),
  stepBack: ({ slug }) => ({ act: "withdrawFromIdea", input: { slug } }),
  invite: ({ slug, whom: { handle } }) => ({ act: "inviteToIdea", input: { slug, whom: handle, reason: WHY } }),
  declineInvitation: ({ slug }) => ({ act: "declineIdeaInvitation", input: { slug } }),
  withdrawInvitation: ({ slug, id }) => ({
    act: "withdrawIdeaInvitation",
    input: { slug, invitationId: id("invitations") },
  }),
  become: ({ slug }) => ({ act: "proposeIdea", input: becoming(slug) }),
  answerSeat: ({ slug, op: { isYes } }) => ({
    act: "answerSeat",
    input: { slug, answer: isYes ? "ACCEPTED" : "DECLINED" },
  }),
  addTask: ({ slug, op: { isYes } }) => ({ act: "addTask", input: { ...TASK, slug, isMine: isYes } }),
  takeTask: ({ slug, id }) => ({ act: "takeTask", input: { slug, taskId: id("tasks") } }),
  moveTask: ({ slug, id, op: { column } }) => ({ act: "moveTask", input: { slug, taskId: id("tasks"), to: column } }),
  giveBack: ({ slug, id }) => ({ act: "giveTaskBack", input: { slug, taskId: id("tasks") } }),
  askForTask: ({ slug, id, whom: { memberId } }) => ({
    act: "askForTask",
    input: { slug, taskId: id("tasks"), memberId },
  }),
  answerTask: ({ slug, id, op }) => ({ act: "answerTask", input: { slug, askId: id("taskAsks"), answer: said(op) } }),
  withdrawTaskAsk: ({ slug, id }) => ({ act: "withdrawTaskAsk", input: { slug, askId: id("taskAsks") } }),
  ask: ({ id, whom: { handle } }) => ({ act: "askToCover", input: { needId: id("needs"), whom: handle, reason: WHY } }),
  cover: ({ id }) => {
    const { needId: _, ...brought } = anOffer("");
    return { act: "coverNeed", input: { ...brought, askId: id("asks") } };
  },
  notNow: ({ id }) => ({ act: "declineNeedAsk", input: { askId: id("asks") } }),
  withdrawAsk: ({ id }) => ({ act: "withdrawNeedAsk", input: { askId: id("asks") } }),
  askCoHost: ({ slug, association }) => ({ act: "askCoHost", input: { slug, association, reason: WHY, brings: "" } }),
  answerCoHost: ({ id, op: { isYes } }) => ({
    act: "answerCoHost",
    input: { coHostingId: id("hostings"), answer: isYes ? "CARRYING" : "NOT_NOW" },
  }),
  withdrawCoHost: ({ id }) => ({ act: "withdrawCoHost", input: { coHostingId: id("hostings") } }),
  leaveCoHosting: ({ id }) => ({ act: "leaveCoHosting", input: { coHostingId: id("hostings") } }),
  letGo: ({ id }) => ({ act: "letCoHostGo", input: { coHostingId: id("hostings"), farewell: NOBODY } }),
  offerLead: ({ slug }) => ({ act: "offerLead", input: { slug } }),
  leaveLead: ({ slug }) => ({ act: "leaveLead", input: { slug } }),
  withdrawLead: ({ slug }) => ({ act: "withdrawLead", input: { slug } }),
  takeLead: ({ id }) => ({ act: "takeLead", input: { coHostingId: id("hostings") } }),
  jobs: () => ({ act: "projectJobs", input: null }),
};

const said = ({ isYes }: Step) => (isYes ? "ACCEPTED" : "REFUSED");

/** A step as the form of its page would send it. */
export function tryOf({ people, groups, slug }: Real, ids: Ids, { op, now }: { op: Step; now: Date }): Try {
  const { kind, who, whom, group, need, nth } = op;
  if (kind === "tick") throw new Error("time goes by itself");
  const sent = STEPS[kind]({
    ...{ slug, op, now, whom: people[whom] as Actor, association: groups[group]?.slug ?? "nessuna-di-qui" },
    id: (table) => (table === "needs" ? ids.needs[need] : newest(ids[table], nth)) ?? NONE,
  });
  return { ...sent, actor: sent.act === "projectJobs" ? null : people[who], now } as Try;
}
