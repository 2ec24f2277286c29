import { readFileSync } from "node:fs";
import { idAt, insert, known } from "./database.mjs";

const work = JSON.parse(readFileSync(new URL("../data/demo-work.json", import.meta.url), "utf8"));

/** What is being done in the projects that run: tasks, whose they are, and one that waits for an answer; words, and a meeting. */
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
  await seedWords(client, context);
  await seedMeetings(client, context);
  await seedNotes(client, context);
}

/** Threads with their answers, and what was decided. */
async function seedWords(client, { clock, members, projects }) {
  const message = (projectId, threadId, { by, day, time, title = "", text }) => {
    const at = clock.at(day, time);
    return { id: idAt(at), projectId, threadId, authorId: known(members, by), title, text, at };
  };
  for (const { project, answers, ...words } of work.threads) {
    const projectId = known(projects, project).row.id;
    const thread = message(projectId, null, words);
    await insert(client, "ProjectMessage", [thread]);
    await insert(
      client,
      "ProjectMessage",
      answers.map((answer) => message(projectId, thread.id, answer)),
    );
  }
  const decisions = work.decisions.map(({ project, by, day, what, why }) => {
    const at = clock.at(day, "19:30");
    const written = { projectId: known(projects, project).row.id, authorId: known(members, by), at };
    return { id: idAt(at), ...written, what, why, decidedOn: clock.on(day) };
  });
  await insert(client, "ProjectDecision", decisions);
}

/** The meetings to come, and who comes by their own word (rule PT2). */
async function seedMeetings(client, { clock, members, projects }) {
  for (const { project, by, day, onDay, from, to, coming, ...words } of work.meetings) {
    const at = clock.at(day, "13:00");
    const id = idAt(at);
    const when = { startsAt: clock.at(onDay, from), endsAt: clock.at(onDay, to), createdAt: at, changedAt: at };
    const whose = { projectId: known(projects, project).row.id, calledById: known(members, by) };
    await insert(client, "Meeting", [{ id, ...whose, ...words, ...when, sequence: 0 }]);
    const answers = coming.map((who) => ({ memberId: known(members, who), isComing: true, answeredAt: at }));
    await insert(
      client,
      "MeetingAnswer",
      answers.map((answer) => ({ meetingId: id, ...answer })),
    );
  }
}

/** Notes, each with its versions one after the other. */
async function seedNotes(client, { clock, members, projects }) {
  for (const { project, versions } of work.notes) {
    const rows = versions.map(({ by, day, time, title, text }, i) => {
      return { number: i + 1, title, text, authorId: known(members, by), at: clock.at(day, time) };
    });
    const createdAt = rows[0].at;
    const id = idAt(createdAt);
    await insert(client, "ProjectNote", [{ id, projectId: known(projects, project).row.id, createdAt }]);
    for (const row of rows) await insert(client, "NoteVersion", [{ noteId: id, ...row }]);
  }
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
