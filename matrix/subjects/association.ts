import { findAssociation } from "@/lib/association/queries";
import { findContributions } from "@/lib/contribution/outside/queries";
import { findPromises } from "@/lib/contribution/promise/queries";
import { addDays, dayOf } from "@/lib/core/duration";
import { findOpening } from "@/lib/decision/opening/queries";
import { listDecisions } from "@/lib/decision/queries";
import { findAdoption, listHeldValues } from "@/lib/membership/adoption/queries";
import { findRoleRegister } from "@/lib/membership/bundle/queries";
import { findOwnCard } from "@/lib/membership/card/queries";
import { findCare } from "@/lib/membership/care/queries";
import { findDesk } from "@/lib/membership/decision/queries";
import { findDraftDesk } from "@/lib/membership/draft/queries";
import { findImportDesk } from "@/lib/membership/import/queries";
import { findInvitationDesk } from "@/lib/membership/invitation/queries";
import { findLeaving } from "@/lib/membership/leaving/queries";
import { listLetters } from "@/lib/membership/letter/queries";
import { findAccount } from "@/lib/membership/period/queries";
import { findPledge } from "@/lib/membership/pledge/queries";
import { findPosition } from "@/lib/membership/position/queries";
import { findRoleDesk } from "@/lib/membership/role/queries";
import { glimpseMembers, listMembers } from "@/lib/membership/roster/queries";
import { findEntrySettings, findIdentitySettings } from "@/lib/membership/setting/queries";
import { listTrusted } from "@/lib/membership/trust/queries";
import { findCaseDesk } from "@/lib/moderation/exclusion/queries";
import { findLog } from "@/lib/moderation/log/queries";
import { findReportDesk, findReporting } from "@/lib/moderation/report/queries";
import { findCarriedDesk } from "@/lib/project/carried/queries";
import { listProjectsOf } from "@/lib/project/listing/queries";
import type { Subject } from "../subject";
import { clauseOf, drafted, draftFields } from "../world/charter";
import { papersFields, renewalFields } from "../world/papers";
import type { Ending } from "../world/place";
import { ideaFields, proposalFields } from "../world/proposal";
import { NOWHERE, nothing, type World } from "../world/scene";

const WHY = "Perché hai già fatto questo lavoro, e qui manca chi lo sappia fare.";
const only = ({ slug = "" }) => ({ associationSlug: slug });

/** An association, in each way of coming in, full, and looked after by nobody; and one that is not there. */
export const association: Subject = {
  near: [],
  async scenes(world) {
    const { guest, home, absent } = {
      guest: (await world.outside()).guest.handle,
      home: await world.home(),
      absent: nothing(),
    };
    const at = async (ending: Ending) => sceneOf(world, ending, guest);
    return {
      application: await at({ entry: "APPLICATION" }),
      open: await at({ entry: "OPEN" }),
      invitation: await at({ entry: "INVITATION" }),
      full: await at({ entry: "APPLICATION", isFull: true }),
      custody: await at({ entry: "APPLICATION", state: "CUSTODY" }),
      absent: await world.scene(home, {
        ...NOWHERE,
        associationId: absent,
        guest,
        active: home.people.active.handle,
        listening: home.people.listening.handle,
        clauseId: nothing(),
      }),
    };
  },
  acts: {
    applyToAssociation: ({ slug = "" }) => papersFields(slug),
    pauseMembership: only,
    resumeMembership: only,
    leaveAssociation: only,
    renewPledge: ({ slug = "" }) => renewalFields(slug),
    "renewPledge:new": ({ slug = "" }) => renewalFields(slug, true),
    showMembership: (place) => ({ ...only(place), shown: "yes" }),
    inviteMember: ({ guest = "", ...place }) => ({ ...only(place), whom: guest, reason: WHY }),
    "offerRole:welcomer": ({ active = "", ...place }) => ({ ...only(place), whom: active, role: "WELCOMER" }),
    "offerRole:steward": ({ active = "", ...place }) => ({ ...only(place), whom: active, role: "STEWARD" }),
    takeUpCustody: only,
    setCard: (place) => ({ ...only(place), tells: "VALIDITY" }),
    renewCard: only,
    writeLetter: (place) => ({ ...only(place), email: "qualcuno@example.org", reason: WHY }),
    makeLink: (place) => ({ ...only(place), reason: WHY, usesMax: "3", days: "10" }),
    importMembers: (place) => ({ ...only(place), ...LIST, reason: WHY }),
    declareOutside: (place) => ({ ...only(place), ...DEED }),
    openDecision: (place) => ({ ...only(place), ...PROPOSAL }),
    setEntry: (place) => ({ ...only(place), ...SETTINGS }),
    stateAbsence: (place) => ({ ...only(place), fromOn: TODAY, untilOn: TODAY }),
    askHelp: (place) => ({ ...only(place), text: "Mi serve una mano." }),
    "declareCommitment:mine": (place) => ({ ...only(place), ...PROMISE, subject: "ME" }),
    "declareCommitment:ours": (place) => ({ ...only(place), ...PROMISE, subject: "ASSOCIATION" }),
    defineRole: (place) => ({
      ...only(place),
      name: "Chiavi di casa",
      duty: "Tiene le chiavi.",
      responsibilities: ["INVITE"],
    }),
    saveDraft: ({ slug = "" }) => draftFields(slug),
    discardDraft: (place) => ({ ...only(place), what: "draft" }),
    publishCharter: (place) => ({ ...only(place), ...CHANGE }),
    chooseExclusionWay: (place) => ({ ...only(place), exclusionBy: "VOTE" }),
    putCharterToVote: (place) => ({ ...only(place), ...VOTE }),
    report: ({ listening = "", clauseId = "", ...place }) => ({
      ...only(place),
      ...REPORT,
      target: listening,
      clauseId,
    }),
    openCase: ({ listening = "", clauseId = "", ...place }) => ({
      ...only(place),
      ...CASE,
      whom: listening,
      clauseId,
    }),
    setIdentity: (place) => ({ ...only(place), ...IDENTITY }),
    "proposeProject:there": ({ slug = "" }) => proposalFields({ association: slug }),
    "openIdea:there": ({ slug = "" }) => ideaFields({ association: slug }),
    "proposeProject:membersOnly": ({ slug = "" }) => proposalFields({ association: slug, isMembersOnly: "on" }),
  },
  pages: [
    ...["/associations/[slug]/charter", "/associations/[slug]/pledge/versions", "/associations/[slug]/commitments"],
    ...["/associations/[slug]/roles", "/associations/[slug]/standing", "/associations/[slug]/manage/care"],
    "/associations/[slug]/manage/projects",
    ...["/associations/[slug]/manage/log", "/associations/[slug]/manage/reports", "/associations/[slug]/report"],
    ...["/associations/[slug]/manage/charter", "/associations/[slug]/manage/exclusions"],
    ...["/associations/[slug]", "/associations/[slug]/projects", "/associations/[slug]/apply"],
    ...["/associations/[slug]/members", "/associations/[slug]/pledge", "/associations/[slug]/leave"],
    ...["/associations/[slug]/manage/applications", "/associations/[slug]/manage/invitations"],
    ...["/associations/[slug]/card", "/associations/[slug]/contributions", "/associations/[slug]/decisions"],
    ...["/associations/[slug]/decisions/new", "/associations/[slug]/manage/import"],
    ...[
      "/associations/[slug]/manage/roles",
      "/associations/[slug]/manage/entry",
      "/associations/[slug]/manage/identity",
    ],
  ],
  open: {
    "association.findAssociation": (viewer, { slug = "" }) => findAssociation(viewer, slug),
    "membership/position.findPosition": async (viewer, { associationId = "" }) =>
      (await findPosition(viewer, { associationId })).kind,
    "membership/roster.glimpseMembers": async (viewer, { associationId = "" }) =>
      (await glimpseMembers(viewer, associationId)).more === null ? "some" : "all",
    "membership/adoption.listHeldValues": (viewer, { associationId = "" }) => listHeldValues(viewer, associationId),
    "contribution/promise.findPromises": (viewer, { slug = "" }) => findPromises(viewer, slug),
    "project/listing.listProjectsOf": (viewer, { slug = "" }) => listProjectsOf(slug, viewer),
  },
  asks: {
    "membership/roster.listMembers": (actor, { slug = "" }) => listMembers(actor, slug, null),
    "membership/pledge.findPledge": (actor, { slug = "" }) => findPledge(actor, slug),
    "membership/card.findOwnCard": (actor, { slug = "" }) => findOwnCard(actor, slug),
    "membership/import.findImportDesk": (actor, { slug = "" }) => findImportDesk(actor, slug),
    "membership/letter.listLetters": (actor, { associationId = "" }) => listLetters(actor, associationId, new Date()),
    "contribution/outside.findContributions": (actor, { slug = "" }) => findContributions(actor, slug),
    "decision.listDecisions": (actor, { slug = "" }) => listDecisions(actor, { slug, after: null }),
    "decision/opening.findOpening": async (actor, { slug = "" }) => {
      const found = await findOpening(actor, slug);
      return found?.refusal ?? found;
    },
    "membership/leaving.findLeaving": (actor, { slug = "" }) => findLeaving(actor, slug),
    "membership/adoption.findAdoption": (actor, { associationId = "" }) => findAdoption(actor, associationId),
    "membership/bundle.findRoleRegister": (actor, { slug = "" }) => findRoleRegister(actor, slug),
    "membership/care.findCare": (actor, { slug = "" }) => findCare(actor, slug),
    "project/carried.findCarriedDesk": (actor, { slug = "" }) => findCarriedDesk(actor, slug),
    "membership/draft.findDraftDesk": (actor, { slug = "" }) => findDraftDesk(actor, slug, { fromAside: false }),
    "membership/period.findAccount": (actor, { slug = "" }) => findAccount(actor, slug),
    "membership/trust.listTrusted": (actor, { associationId = "" }) => listTrusted(actor, associationId),
    "moderation/log.findLog": (actor, { slug = "" }) => findLog(actor, slug),
    "moderation/report.findReportDesk": (actor, { slug = "" }) => findReportDesk(actor, slug),
    "moderation/report.findReporting": (actor, { slug = "" }) => findReporting(actor, { slug }),
    "moderation/exclusion.findCaseDesk": (actor, { slug = "" }) => findCaseDesk(actor, slug),
    "membership/decision.findDesk": (actor, { slug = "" }) => findDesk(actor, slug),
    "membership/invitation.findInvitationDesk": (actor, { slug = "" }) => findInvitationDesk(actor, slug),
    "membership/role.findRoleDesk": (actor, { slug = "" }) => findRoleDesk(actor, slug),
    "membership/setting.findEntrySettings": (actor, { slug = "" }) => findEntrySettings(actor, slug),
    "membership/setting.findIdentitySettings": (actor, { slug = "" }) => findIdentitySettings(actor, slug),
  },
};

const SETTINGS = {
  entry: "APPLICATION",
  decidersRequired: "1",
  decisionDays: "20",
  reapplyCooldownDays: "40",
  sponsorsRequired: "0",
  memberLimit: "",
};
const TODAY = dayOf(new Date());
const DEED = { kind: "TIME", title: "Ho aperto la bottega", hours: "2", doneOn: TODAY, value: "" };
const CONSENT = { consentHow: "Sul modulo di iscrizione", consentOn: TODAY, declares: "on" };
const LIST = { lines: "Ada Prova, ada.prova@example.org", ...CONSENT };
const PROPOSAL = {
  ...{ title: "Un banco in più", text: "Prendiamo un secondo banco da lavoro, usato.", contentLocale: "it" },
  ...{ secrecy: "HIDDEN", quorum: "NONE", threshold: "MAJORITY", closesOn: dayOf(addDays(new Date(), 9)) },
};
const PROMISE = { text: "Apro la bottega il sabato", toWhom: "", dueOn: PROPOSAL.closesOn, value: "" };
const CHANGE = { revision: "1", change: "material", changeNote: "Diciamo meglio che cosa vuol dire." };
const CASE = { facts: `${WHY} Per tre volte ha preso il furgone.`, contentLocale: "it" };
const REPORT = { about: "MEMBER", text: `${WHY} Per tre volte ha preso il furgone.`, contentLocale: "it" };
const VOTE = { title: "Un’altra volta", closesOn: PROPOSAL.closesOn, contentLocale: "it" };
const IDENTITY = {
  ...{ tagline: "Una frase.", purpose: "Uno scopo.", forWhom: "Tutti.", "weDo.0": "Riparare", "weDoNot.0": "Vendere" },
};

/** In «open» the next charter has been begun. */
async function sceneOf(world: World, ending: Ending, guest: string) {
  const place = await world.place(ending);
  const { active, listening, steward } = place.people;
  if (ending.entry === "OPEN") await drafted(steward, place.slug);
  const named = { guest, active: active.handle, listening: listening.handle, clauseId: await clauseOf(place.id) };
  return world.scene(place, { slug: place.slug, associationId: place.id, ...named });
}
