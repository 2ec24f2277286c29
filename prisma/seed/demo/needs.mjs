import { readFileSync } from "node:fs";
import { idAt, insert, known } from "./database.mjs";

const needs = JSON.parse(readFileSync(new URL("../data/demo-needs.json", import.meta.url), "utf8"));
const ASK_DAYS = 14;

/** Associations that approve their projects before they start, and those of their projects that wait for it. */
export const approves = (association) => needs.approvals.some((one) => one.association === association);
export const needsApproval = (project) => needs.approvals.some((one) => one.project === project);

/** The last day somebody said for their seat, in days from now; undefined for most. */
export const untilDayOf = ({ need, member }) =>
  needs.terms.find((one) => one.need === need && one.member === member)?.untilDay;

/** What waits for an answer: the word of an association on a proposal, and people who are asked, by name, to cover a need, what is offered beyond needs; who wants the weekly mail. */
export async function seedNeeds(client, { clock, members, projects, competences, needById }) {
  await insert(
    client,
    "ProjectApproval",
    needs.approvals.map(({ project, by, day }) => {
      const askedAt = clock.at(day, "09:00");
      const projectId = known(projects, project).row.id;
      return { id: idAt(askedAt), projectId, askedById: known(members, by), askedAt };
    }),
  );
  await insert(
    client,
    "BeyondOffer",
    needs.beyond.map(({ project, by, day, title, competence, hours, message }) => {
      const offeredAt = clock.at(day, "18:30");
      const whose = { projectId: known(projects, project).row.id, memberId: known(members, by) };
      const brought = { brings: "COMPETENCE", competenceId: known(competences, competence), minutes: hours * 60 };
      return { id: idAt(offeredAt), ...whose, title, ...brought, message, offeredAt };
    }),
  );
  await insert(
    client,
    "NotificationPreference",
    needs.weekly.map((who) => ({ memberId: known(members, who), kind: "weeklyHelp", byMail: true })),
  );
  await insert(
    client,
    "NeedAsk",
    needs.asks.map(({ need, by, to, day, reason }) => {
      const { row } = known(needById, need);
      const askedAt = clock.at(day, "10:30");
      const people = { toId: known(members, to), askedById: known(members, by) };
      const asked = {
        projectId: row.projectId,
        needId: row.id,
        reason,
        askedAt,
        expiresAt: clock.after(askedAt, ASK_DAYS),
      };
      return { id: idAt(askedAt), ...people, ...asked };
    }),
  );
}
