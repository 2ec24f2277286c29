import { readFileSync } from "node:fs";
import { idAt, insert, known } from "./database.mjs";

const work = JSON.parse(readFileSync(new URL("../data/demo-work.json", import.meta.url), "utf8"));

/** What is being done in the projects that run: tasks, whose they are, and one that waits for an answer. */
export async function seedWork(client, context) {
  const tasks = await tasksOf(client, context);
  await insert(
    client,
    "Task",
    tasks.map(({ row }) => row),
  );
  await insert(client, "TaskAsk", [
    ...tasks.flatMap(acceptedOf),
    ...work.asks.map((ask) => askOf(ask, tasks, context)),
  ]);
}

async function tasksOf(client, { clock, members, projects }) {
  const { rows } = await client.query('SELECT "id", "projectId", "position" FROM "Deliverable"');
  return work.tasks.map((task) => {
    const projectId = known(projects, task.project).row.id;
    const deliverable = rows.find((row) => row.projectId === projectId && row.position === task.milestone);
    const createdAt = clock.at(task.day, "18:30");
    const row = {
      id: idAt(createdAt),
      projectId,
      deliverableId: deliverable?.id ?? null,
      title: task.title,
      words: task.words,
      state: task.state,
      ownerId: task.owner && known(members, task.owner),
      createdById: known(members, task.by),
      createdAt,
      dueOn: task.dueDay === undefined ? null : clock.on(task.dueDay),
      doneAt: task.doneDay === undefined ? null : clock.at(task.doneDay, "19:00"),
    };
    return { task, row };
  });
}

/** Whoever owns a task took it on by their own word (rule PT2). */
function acceptedOf({ row: { id: taskId, ownerId, createdAt } }) {
  if (!ownerId) return [];
  const at = { askedAt: createdAt, closedAt: createdAt };
  return [{ id: idAt(createdAt), taskId, toId: ownerId, askedById: ownerId, state: "ACCEPTED", ...at }];
}

function askOf({ task, to, by, day }, tasks, { clock, members }) {
  const askedAt = clock.at(day, "20:00");
  const who = { toId: known(members, to), askedById: known(members, by) };
  return { id: idAt(askedAt), taskId: tasks[task].row.id, ...who, state: "ASKED", askedAt, closedAt: null };
}
