/*
 * What writers do, each with a page and a form of it. A mark, which nobody else uses, tells afterwards in which rows the act
 * took effect: `traces` counts them by mark, table by table, and all of them must say the same.
 */

const later = () => new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

export const ACTS = {
  join: {
    pathOf: ({ slug }) => `/associazioni/${slug}/candidati`,
    having: "charterHash",
    fieldsOf: (mark, { papers }) => ({ ...papers, statement: mark }),
    traces: [
      `SELECT "statement" AS mark FROM "Application" WHERE "state" = 'ACCEPTED'`,
      `SELECT p."statement" AS mark FROM "Pledge" p WHERE p."applicationId" IS NOT NULL`,
      `SELECT a."statement" AS mark FROM "Activity" y JOIN "Application" a ON a."id" = y."subjectId" WHERE y."kind" = 'membership.joined'`,
    ],
  },
  renew: {
    pathOf: ({ slug }) => `/associazioni/${slug}/patto`,
    having: "statement",
    fieldsOf: (mark, { papers: { kinds, hours, period, untilOn, accepts } }) => ({
      ...{ kinds, hours, period, untilOn, accepts, statement: mark },
    }),
    traces: [
      `SELECT "statement" AS mark FROM "Pledge" WHERE "applicationId" IS NULL`,
      `SELECT p."statement" AS mark FROM "Activity" y JOIN "Pledge" p ON p."id" = y."subjectId" WHERE y."kind" = 'membership.pledgeRenewed'`,
    ],
  },
  propose: {
    pathOf: () => "/progetti/nuovo",
    having: "purpose",
    fieldsOf: (mark) => ({
      title: mark,
      purpose: "Dare a venti famiglie un pezzo di terra e una cassetta di attrezzi in comune.",
      "needs.0.title": "Chi sappia di irrigazione",
      "needs.0.isCritical": "on",
      "deliverables.0.title": "Le prime dieci aiuole, seminate",
      "deliverables.0.due": later(),
    }),
    traces: [
      `SELECT "title" AS mark FROM "Project"`,
      `SELECT p."title" AS mark FROM "ProjectTransition" t JOIN "Project" p ON p."id" = t."projectId"`,
      `SELECT "data" ->> 'project' AS mark FROM "Activity" WHERE "kind" = 'project.proposed'`,
    ],
  },
  dream: {
    pathOf: () => "/progetti/nuovo/sogno",
    having: "whyTogether",
    fieldsOf: (mark) => ({
      ...{
        title: mark,
        forWhom: "Chi abita qui",
        purpose: "Un forno in comune, acceso il sabato, per chi impasta in casa.",
      },
      whyTogether: "Nessuno di noi ha il posto, il forno e il tempo insieme.",
    }),
    traces: [
      `SELECT "title" AS mark FROM "Project" WHERE "peopleNeeded" IS NOT NULL`,
      `SELECT p."title" AS mark FROM "ProjectTransition" t JOIN "Project" p ON p."id" = t."projectId" WHERE t."to" = 'IDEA'`,
      `SELECT "data" ->> 'project' AS mark FROM "Activity" WHERE "kind" = 'project.ideaOpened'`,
    ],
  },
  task: {
    pathOf: ({ project }) => `/progetti/${project}/lavoro`,
    having: "isMine",
    fieldsOf: (mark) => ({ title: mark, isMine: "on" }),
    traces: [
      `SELECT "title" AS mark FROM "Task" WHERE "ownerId" IS NOT NULL`,
      `SELECT t."title" AS mark FROM "TaskAsk" a JOIN "Task" t ON t."id" = a."taskId" WHERE a."state" = 'ACCEPTED'`,
      `SELECT t."title" AS mark FROM "Activity" y JOIN "Task" t ON t."id" = y."subjectId" WHERE y."kind" = 'project.taskTaken'`,
    ],
  },
  contribute: {
    pathOf: ({ project }) => `/progetti/${project}/contributi`,
    having: "doneOn",
    fieldsOf: (mark) => ({ title: mark, hours: "3" }),
    traces: [
      `SELECT "title" AS mark FROM "Contribution"`,
      `SELECT c."title" AS mark FROM "Activity" y JOIN "Contribution" c ON c."id" = y."subjectId" WHERE y."kind" = 'contribution.declared'`,
    ],
  },
  leave: {
    pathOf: ({ slug }) => `/associazioni/${slug}/esci`,
    having: "associationSlug",
    fieldsOf: () => ({}),
    traces: [
      `SELECT a."slug" || ' ' || m."memberId" AS mark FROM "MembershipEvent" e JOIN "Membership" m ON m."id" = e."membershipId" JOIN "Association" a ON a."id" = m."associationId" WHERE e."to" = 'LEFT'`,
      `SELECT a."slug" || ' ' || y."memberId" AS mark FROM "Activity" y JOIN "Association" a ON a."id" = y."associationId" WHERE y."kind" = 'membership.left'`,
    ],
  },
};
