import { readFileSync } from "node:fs";
import { idAt, insert, known } from "./database.mjs";

const data = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url));
const results = JSON.parse(data("demo-results.json").toString("utf8"));
/** Of every drawing of the demo world. */
const SIZE = { width: 1200, height: 800 };

/** What goes with a published result: lessons, links, pictures, how each signed it, whom they thanked. After the contributions. */
export async function seedResults(client, context) {
  for (const result of results) await seedResult(client, result, context);
}

async function seedResult(client, result, { clock, members, competences, projects }) {
  const { row, project } = known(projects, result.project);
  const { id: projectId, concludedAt } = row;
  const ended = project.history.at(-1).day;
  const after = (days, time = "18:00") => clock.at(ended + days, time);
  await client.query('UPDATE "Project" SET "lessons" = $2 WHERE "id" = $1', [projectId, result.lessons]);
  for (const [position, evidence] of result.evidence.entries())
    await client.query('UPDATE "Deliverable" SET "evidence" = $3 WHERE "projectId" = $1 AND "position" = $2', [
      projectId,
      position,
      evidence,
    ]);
  await insert(
    client,
    "ResultLink",
    result.links.map((link, position) => ({ projectId, position, ...link })),
  );
  await insert(
    client,
    "ResultPicture",
    result.pictures.map(({ file, alt, by }, position) => ({
      ...{ id: idAt(concludedAt), projectId, position, alt, ...SIZE, at: concludedAt },
      bytes: `\\x${data(`${file}.webp`).toString("hex")}`,
      broughtById: known(members, by),
    })),
  );
  await insert(
    client,
    "ProjectSignature",
    result.signatures.map(({ member, look, competence }, i) => ({
      ...{ id: idAt(after(i)), projectId, memberId: known(members, member), look, signedAt: after(i) },
      competenceId: competence ? known(competences, competence) : null,
    })),
  );
  await insert(
    client,
    "ResultThanks",
    result.thanks.map(({ from, to, text, isShown }, i) => ({
      ...{ id: idAt(after(i, "21:00")), projectId, text, isShown, at: after(i, "21:00") },
      fromId: known(members, from),
      toId: to && known(members, to),
    })),
  );
}
