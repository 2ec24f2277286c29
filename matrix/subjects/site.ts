import { shownAs } from "@/lib/account/documents/rules";
import { documentsInForce } from "@/lib/i18n/documents";
import { listMyApplications } from "@/lib/membership/application/queries";
import { findMissingProfile } from "@/lib/membership/founding/queries";
import { listReceivedInvitations } from "@/lib/membership/invitation/queries";
import { listAskedVouches } from "@/lib/membership/vouch/queries";
import { listCalendar } from "@/lib/project/calendar/queries";
import { EXPORT_SCHEMA } from "@/lib/project/export/schema";
import { listHelpNeeds } from "@/lib/project/helping/queries";
import { listMyProjects, listProjects } from "@/lib/project/listing/queries";
import { findProposing } from "@/lib/project/proposal/queries";
import type { Subject } from "../subject";
import { foundingFields } from "../world/founding";
import { AUDIENCES, EXCHANGE, PHOTO } from "../world/profile";
import { ideaFields, proposalFields } from "../world/proposal";
import { nothing } from "../world/scene";

/** What everybody has or may come to: the pages of the site, one's own account, profile, lists. */
export const site: Subject = {
  near: [],
  async scenes(world) {
    const { guest } = await world.outside();
    const params = {
      handle: guest.handle,
      slug: "tax-advice",
      part: "chi-sono",
      step: "1",
      language: "it",
      id: nothing(),
    };
    return { open: await world.scene(await world.home(), params) };
  },
  acts: {
    requestLink: () => ({ email: "qualcuno@example.org", next: "" }),
    signUp: () => ({
      email: "qualcuno@example.org",
      name: "Qualcuno",
      isAdult: "on",
      acceptsDocuments: "on",
      next: "",
    }),
    confirmLink: () => ({ email: "qualcuno@example.org", token: "non-vale", next: "" }),
    signIn: () => ({ email: "qualcuno@example.org", password: "non è questa", next: "" }),
    signOut: () => ({}),
    setPassword: () => ({ currentPassword: "", password: "quindici-caratteri-e-più" }),
    removePassword: () => ({ currentPassword: "" }),
    endAllSessions: () => ({}),
    chooseMailLocale: () => ({ locale: "en" }),
    acceptDocuments: () => ({ shown: shownAs(documentsInForce()), accepts: "on" }),
    chooseTheme: () => ({ theme: "dark" }),
    empty: () => ({}),
    editWho: () => ({ ...WHO, name: "Persona Nuova", story: "", languages: ["it"], contentLocale: "it" }),
    editValue: () => ({
      valueBrought: "Mani.",
      "competences.0.name": "Gestione di progetti",
      "competences.0.level": "2",
    }),
    editTies: () => ({ audience: "Chi abita." }),
    editTrust: () => ({ vision: "Più vicini." }),
    addExchange: () => ({ ...EXCHANGE, side: "OFFER" }),
    setPhoto: () => ({ photo: PHOTO }),
    removePhoto: () => ({}),
    editPrivacy: () => ({ reach: "MEMBERS", ...AUDIENCES }),
    answerWho: () => WHO,
    answerValue: () => ({ valueBrought: "Mani.", offer: "" }),
    answerTies: () => ({ audience: "Chi abita." }),
    answerTrust: () => ({ vision: "Più vicini." }),
    skipStep: () => ({ step: "1" }),
    saveSearch: () => ({ query: "q=liutaio", locale: "it" }),
    readImport: () => ({ file: new File([JSON.stringify(A_PROJECT)], "project.json") }),
    makeCalendar: () => ({}),
    chooseMails: () => ({ wanted: ["invitation"] }),
    foundAssociation: foundingFields,
    openIdea: () => ideaFields({}),
    proposeProject: () => proposalFields({}),
  },
  pages: [
    ...[
      "/",
      "/how-it-works",
      "/privacy",
      "/terms",
      "/accessibility",
      "/code-of-conduct",
      "/credits",
      "/development/mail",
    ],
    ...["/people", "/people/[handle]", "/competences", "/competences/[slug]", "/associations", "/projects"],
    ...["/sign-in", "/sign-in/confirm", "/sign-up", "/[...rest]", "/bench/action", "/bench/empty"],
    ...[
      "/home",
      "/applications",
      "/notifications",
      "/people/searches",
      "/associations/new",
      "/projects/mine",
      "/projects/new",
      "/projects/new/idea",
    ],
    ...["/profile", "/profile/preview", "/profile/edit/[part]", "/welcome", "/welcome/[step]"],
    ...["/settings", "/settings/account", "/settings/security", "/settings/privacy", "/settings/notifications"],
    ...[
      "/settings/calendar",
      "/settings/appearance",
      "/api/health/live",
      "/api/health/ready",
      "/api/auth/[...nextauth]",
      "/api/files/[id]",
    ],
    ...[
      "/api/exports/people.csv",
      "/api/v1/openapi.json",
      "/api/v1/people",
      "/api/v1/suggestions",
      "/api/competences/[language]",
    ],
  ],
  open: {
    "project/listing.listProjects": (viewer) => listProjects(viewer, ANY),
  },
  asks: {
    "membership/founding.findMissingProfile": (actor) => findMissingProfile(actor),
    "membership/application.listMyApplications": (actor) => listMyApplications(actor),
    "membership/invitation.listReceivedInvitations": (actor) => listReceivedInvitations(actor),
    "membership/vouch.listAskedVouches": (actor) => listAskedVouches(actor),
    "project/helping.listHelpNeeds": (actor) => listHelpNeeds(actor, { max: 5 }),
    "project/listing.listMyProjects": (actor) => listMyProjects(actor),
    "project/calendar.listCalendar": (actor) => listCalendar(actor),
    "project/proposal.findProposing": (actor) => findProposing(actor),
  },
};

const ANY = {
  q: "",
  states: [],
  kinds: [],
  competence: null,
  unknownCompetence: null,
  association: null,
  sort: "newest",
  after: null,
} as const;
const WHO = { headline: "Falegname", about: "Riparo.", place: "" };
const A_PROJECT = {
  schema: EXPORT_SCHEMA,
  papers: { title: "Il forno", kind: "THEMATIC", purpose: "Un forno acceso ogni sabato.", contentLocale: "it" },
  deliverables: [{ title: "Il forno acceso" }],
  needs: [{ title: "Un fornaio", kind: "ROLE", seats: 1 }],
};
