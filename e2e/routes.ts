import { sql } from "./database";

/** A visitor, or the handle of somebody of the demo world. */
export type Looker = string | null;
type Row = { readonly who: Looker; readonly path: string | (() => Promise<string>) };

const idOf = async (text: string, ...values: string[]) => {
  const [row] = await sql<{ id: string }>(text, values);
  if (!row) throw new Error(`the demo world has no row for: ${text}`);
  return row.id;
};

const applicationOf = (handle: string, association: string) =>
  idOf(
    `SELECT p."id" FROM "Application" p JOIN "Member" m ON m."id" = p."memberId"
       JOIN "Association" a ON a."id" = p."associationId" WHERE m."handle" = $1 AND a."slug" = $2`,
    handle,
    association,
  );

const needOf = (project: string) =>
  idOf(
    `SELECT n."id" FROM "Need" n JOIN "Project" p ON p."id" = n."projectId" WHERE p."slug" = $1 ORDER BY n."id" LIMIT 1`,
    project,
  );

/** A need somebody is asked to cover, with seats left. */
const askedNeedOf = (project: string) =>
  idOf(
    `SELECT q."needId" AS "id" FROM "NeedAsk" q JOIN "Project" p ON p."id" = q."projectId" WHERE p."slug" = $1 AND q."state" = 'OPEN' LIMIT 1`,
    project,
  );

/** A task of a project that is nobody's yet: whoever takes part finds forms on its page. */
const taskOf = (project: string) =>
  idOf(
    `SELECT t."id" FROM "Task" t JOIN "Project" p ON p."id" = t."projectId" WHERE p."slug" = $1 AND t."state" = 'TODO' AND t."ownerId" IS NULL LIMIT 1`,
    project,
  );

/** A note of a project, with the versions it had. */
const noteOf = (project: string) =>
  idOf(
    `SELECT n."id" FROM "ProjectNote" n JOIN "Project" p ON p."id" = n."projectId" WHERE p."slug" = $1 LIMIT 1`,
    project,
  );

/** The code of a link of an association, made when there is none yet. */
async function linkOf(slug: string): Promise<string> {
  const code = "bM8Qv0tZsY1xR7pLk3WdNfH5uJc2EaG6iToBq9VrXyA";
  await sql(
    `INSERT INTO "InvitationLink" ("id", "associationId", "makerId", "code", "reason", "usesMax", "createdAt", "expiresAt")
     SELECT gen_random_uuid(), a."id", m."id", $2, 'Ci siamo conosciuti al banco della fiera: qui si lavora così.', 5, now(), now() + interval '30 days'
       FROM "Association" a, "Member" m WHERE a."slug" = $1 AND m."handle" = $3 ON CONFLICT DO NOTHING`,
    [slug, code, STEWARD],
  );
  return code;
}

const NEWCOMER = "nora-bassani";
const MEMBER = "alba-hoxha";
const STEWARD = "samira-el-fassi";
const ACCUSED = "ivo-malservisi";

/** A vote open in La Morsa, put there for the look: the demo world has none. */
const aDecision = async () => {
  const [row] = await sql<{ id: string }>(
    `WITH opened AS (
       INSERT INTO "Decision" ("id", "associationId", "kind", "title", "text", "isSecret", "isHidden", "quorum", "threshold", "openedById", "openedAt", "closesAt")
       SELECT gen_random_uuid(), a."id", 'GENERAL', 'Un banco in più', 'Prendiamo un secondo banco da lavoro, usato.', false, false, 'HALF', 'MAJORITY', m."id", now(), now() + interval '9 days'
         FROM "Association" a, "Member" m WHERE a."slug" = 'la-morsa' AND m."handle" = '${STEWARD}' RETURNING "id", "associationId"
     ), options AS (
       INSERT INTO "DecisionOption" ("id", "decisionId", "position", "stance")
       SELECT gen_random_uuid(), o."id", s.at, s.stance::"Answer" FROM opened o, unnest(ARRAY['YES','NO','OBJECTION','ABSTAIN']) WITH ORDINALITY AS s(stance, at)
     ), electors AS (
       INSERT INTO "Elector" ("decisionId", "memberId")
       SELECT o."id", s."memberId" FROM opened o JOIN "Membership" s ON s."associationId" = o."associationId" AND s."state" = 'ACTIVE'
     ) SELECT "id" FROM opened`,
  );
  return `/associazioni/la-morsa/decisioni/${row?.id}`;
};

const OWNER = "anna-paciaroni";
const COHOST = "marta-colnaghi";

/** A case against a member of La Morsa, put there for the look: who it is about reads it and can answer. */
const aCase = async () => {
  await sql(
    `INSERT INTO "ExclusionCase" ("id", "associationId", "membershipId", "memberId", "openedById", "clauseId", "facts", "decidedBy", "openedAt", "answerBy")
     SELECT gen_random_uuid(), a."id", s."id", m."id", o."id", k."id", 'Per tre volte le chiavi non sono tornate, dopo averlo promesso.', 'STEWARDS', now(), now() + interval '8 days'
       FROM "Association" a JOIN "Charter" c ON c."associationId" = a."id" AND c."version" = 1
       JOIN "Clause" k ON k."charterId" = c."id" AND k."number" = 9
       JOIN "Membership" s ON s."associationId" = a."id" JOIN "Member" m ON m."id" = s."memberId" AND m."handle" = '${ACCUSED}', "Member" o
      WHERE a."slug" = 'la-morsa' AND o."handle" = '${STEWARD}' ON CONFLICT DO NOTHING`,
  );
  const id = await idOf(
    `SELECT c."id" FROM "ExclusionCase" c JOIN "Member" m ON m."id" = c."memberId" WHERE m."handle" = $1 AND c."state" = 'NOTICE'`,
    ACCUSED,
  );
  return `/associazioni/la-morsa/casi/${id}`;
};

/** A report on a member of La Morsa, put there for the look. */
const aReport = async () => {
  await sql(
    `INSERT INTO "Report" ("id", "associationId", "reporterId", "about", "authorId", "clauseId", "text", "openedAt")
     SELECT gen_random_uuid(), a."id", o."id", 'MEMBER', m."id", k."id", 'Le chiavi non sono tornate al loro posto, e il turno dopo ha aspettato.', now()
       FROM "Association" a JOIN "Charter" c ON c."associationId" = a."id" AND c."version" = 1
       JOIN "Clause" k ON k."charterId" = c."id" AND k."number" = 9, "Member" m, "Member" o
      WHERE a."slug" = 'la-morsa' AND m."handle" = '${ACCUSED}' AND o."handle" = 'tommaso-bergonzini'
        AND NOT EXISTS (SELECT 1 FROM "Report" r WHERE r."authorId" = m."id" AND r."state" = 'OPEN')`,
  );
  const id = await idOf(
    `SELECT r."id" FROM "Report" r JOIN "Member" m ON m."id" = r."authorId" WHERE m."handle" = $1 AND r."state" = 'OPEN'`,
    ACCUSED,
  );
  return `/associazioni/la-morsa/segnalazioni/${id}`;
};

/** Every route of lib/i18n/routing.ts, at an address where there is something to see, and somebody who may see it. */
export const ROUTES: Readonly<Record<string, Row>> = {
  "/": { who: null, path: "/" },
  "/how-it-works": { who: null, path: "/come-funziona" },
  "/people": { who: null, path: "/persone?q=commercialista" },
  "/people/searches": { who: MEMBER, path: "/persone/ricerche?q=liutaio" },
  "/people/[handle]": { who: null, path: "/persone/alba-hoxha" },
  "/competences": { who: null, path: "/competenze" },
  "/competences/[slug]": { who: null, path: "/competenze/tax-advice" },
  "/associations": { who: null, path: "/associazioni" },
  "/associations/new": { who: MEMBER, path: "/associazioni/nuova" },
  "/associations/[slug]": { who: null, path: "/associazioni/la-morsa" },
  "/associations/[slug]/apply": { who: MEMBER, path: "/associazioni/la-morsa/candidati" },
  "/associations/[slug]/members": { who: STEWARD, path: "/associazioni/la-morsa/membri" },
  "/associations/[slug]/projects": { who: null, path: "/associazioni/la-morsa/progetti" },
  "/associations/[slug]/contributions": { who: STEWARD, path: "/associazioni/la-morsa/contributi" },
  "/associations/[slug]/commitments": { who: STEWARD, path: "/associazioni/la-morsa/impegni" },
  "/associations/[slug]/standing": { who: STEWARD, path: "/associazioni/la-morsa/posizione" },
  "/associations/[slug]/manage/care": { who: STEWARD, path: "/associazioni/la-morsa/gestione/cura" },
  "/associations/[slug]/pledge": { who: MEMBER, path: "/associazioni/pianerottolo/patto" },
  "/associations/[slug]/roles": { who: STEWARD, path: "/associazioni/la-morsa/ruoli" },
  "/associations/[slug]/card": { who: MEMBER, path: "/associazioni/pianerottolo/tessera" },
  "/cards/[token]": { who: null, path: `/tessere/${"a".repeat(43)}` },
  "/associations/[slug]/decisions": { who: STEWARD, path: "/associazioni/la-morsa/decisioni" },
  "/associations/[slug]/decisions/new": { who: STEWARD, path: "/associazioni/la-morsa/decisioni/nuova" },
  "/associations/[slug]/decisions/[id]": { who: STEWARD, path: aDecision },
  "/associations/[slug]/pledge/versions": { who: null, path: "/associazioni/mezzacosta/patto/versioni" },
  "/associations/[slug]/charter": { who: MEMBER, path: "/associazioni/pianerottolo/carta" },
  "/associations/[slug]/report": { who: STEWARD, path: "/associazioni/la-morsa/segnala" },
  "/associations/[slug]/reports/[id]": { who: STEWARD, path: aReport },
  "/associations/[slug]/manage/projects": { who: COHOST, path: "/associazioni/partita-semplice/gestione/progetti" },
  "/associations/[slug]/manage/reports": { who: STEWARD, path: "/associazioni/la-morsa/gestione/segnalazioni" },
  "/associations/[slug]/manage/log": { who: STEWARD, path: "/associazioni/la-morsa/gestione/registro" },
  "/associations/[slug]/cases/[id]": { who: ACCUSED, path: aCase },
  "/associations/[slug]/manage/exclusions": { who: STEWARD, path: "/associazioni/la-morsa/gestione/esclusioni" },
  "/associations/[slug]/leave": { who: MEMBER, path: "/associazioni/pianerottolo/esci" },
  "/associations/[slug]/manage/applications": { who: STEWARD, path: "/associazioni/la-morsa/gestione/domande" },
  "/associations/[slug]/manage/applications/[id]": {
    who: STEWARD,
    path: async () => `/associazioni/la-morsa/gestione/domande/${await applicationOf("giulia-hu", "la-morsa")}`,
  },
  "/associations/[slug]/manage/invitations": { who: STEWARD, path: "/associazioni/la-morsa/gestione/inviti" },
  "/associations/[slug]/manage/charter": { who: STEWARD, path: "/associazioni/la-morsa/gestione/carta" },
  "/associations/[slug]/manage/roles": { who: STEWARD, path: "/associazioni/la-morsa/gestione/ruoli" },
  "/associations/[slug]/manage/entry": { who: STEWARD, path: "/associazioni/la-morsa/gestione/ingresso" },
  "/associations/[slug]/manage/identity": { who: STEWARD, path: "/associazioni/la-morsa/gestione/identita" },
  "/associations/[slug]/manage/import": { who: STEWARD, path: "/associazioni/la-morsa/gestione/elenco" },
  "/invitations/[token]": { who: MEMBER, path: async () => `/inviti/${await linkOf("la-morsa")}` },
  "/projects": { who: null, path: "/progetti" },
  "/projects/mine": { who: OWNER, path: "/progetti/miei" },
  "/projects/new": { who: MEMBER, path: "/progetti/nuovo" },
  "/projects/new/idea": { who: MEMBER, path: "/progetti/nuovo/sogno" },
  "/projects/[slug]/join": { who: STEWARD, path: "/progetti/grammatica-di-casa/ci-sto" },
  "/projects/[slug]/offer": { who: MEMBER, path: "/progetti/forno-comune/offri" },
  "/projects/[slug]/propose": { who: MEMBER, path: "/progetti/grammatica-di-casa/proponi" },
  "/projects/[slug]": { who: null, path: "/progetti/forno-comune" },
  "/projects/[slug]/needs/[id]": {
    who: MEMBER,
    path: async () => `/progetti/bollette-acqua/bisogni/${await needOf("bollette-acqua")}`,
  },
  "/projects/[slug]/needs/[id]/cover": {
    who: "francesca-giachino",
    path: async () => `/progetti/quaranta-colloqui/bisogni/${await askedNeedOf("quaranta-colloqui")}/chi`,
  },
  "/projects/[slug]/contributions": { who: STEWARD, path: "/progetti/scarti-buoni/contributi" },
  "/projects/[slug]/work": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro" },
  "/projects/[slug]/work/talk": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro/discussione" },
  "/projects/[slug]/work/log": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro/decisioni" },
  "/projects/[slug]/work/meetings": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro/incontri" },
  "/projects/[slug]/work/files": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro/file" },
  "/projects/[slug]/work/notes": { who: STEWARD, path: "/progetti/scarti-buoni/lavoro/note" },
  "/projects/[slug]/work/notes/[note]": {
    who: STEWARD,
    path: async () => `/progetti/scarti-buoni/lavoro/note/${await noteOf("scarti-buoni")}?version=2`,
  },
  "/projects/[slug]/work/[id]": {
    who: STEWARD,
    path: async () => `/progetti/scarti-buoni/lavoro/${await taskOf("scarti-buoni")}`,
  },
  "/projects/[slug]/result": { who: null, path: "/progetti/prima-panca/risultato" },
  "/projects/[slug]/manage": { who: OWNER, path: "/progetti/forno-comune/gestione" },
  "/sign-in": { who: null, path: "/accedi" },
  "/sign-in/confirm": { who: null, path: "/accedi/conferma?email=nessuno%40example.org&token=x" },
  "/sign-up": { who: null, path: "/registrati" },
  "/welcome": { who: NEWCOMER, path: "/benvenuto" },
  "/welcome/[step]": { who: NEWCOMER, path: "/benvenuto/1" },
  "/home": { who: STEWARD, path: "/bacheca" },
  "/profile": { who: MEMBER, path: "/profilo" },
  "/profile/edit/[part]": { who: MEMBER, path: "/profilo/modifica/chi-sono" },
  "/profile/preview": { who: MEMBER, path: "/profilo/anteprima" },
  "/applications": { who: "giulia-hu", path: "/domande" },
  "/applications/[id]": {
    who: "giulia-hu",
    path: async () => `/domande/${await applicationOf("giulia-hu", "la-morsa")}`,
  },
  "/notifications": { who: STEWARD, path: "/notifiche" },
  "/settings": { who: MEMBER, path: "/impostazioni" },
  "/settings/account": { who: MEMBER, path: "/impostazioni/account" },
  "/settings/security": { who: MEMBER, path: "/impostazioni/sicurezza" },
  "/settings/privacy": { who: MEMBER, path: "/impostazioni/privacy" },
  "/settings/notifications": { who: MEMBER, path: "/impostazioni/notifiche" },
  "/settings/calendar": { who: MEMBER, path: "/impostazioni/calendario" },
  "/settings/appearance": { who: MEMBER, path: "/impostazioni/aspetto" },
  "/privacy": { who: null, path: "/privacy" },
  "/terms": { who: null, path: "/termini" },
  "/accessibility": { who: null, path: "/accessibilita" },
  "/code-of-conduct": { who: null, path: "/codice-di-condotta" },
  "/credits": { who: null, path: "/crediti" },
  "/development/mail": { who: null, path: "/sviluppo/posta" },
};
