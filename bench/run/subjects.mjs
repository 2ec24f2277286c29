import { tokenOf, viewersOf } from "../generator/sessions.mjs";
import { jsonPath, pagePath, profilePaths, queriesOf } from "./queries.mjs";

/** What a browser signed in as somebody sends. Compression is the same for all subjects of a run. */
export const headersOf = (world, { hasGzip }) => ({
  cookie: `tessera=${tokenOf(viewersOf(world)[7] ?? 0)}`,
  accept: "text/html,application/json",
  "accept-encoding": hasGzip ? "gzip" : "identity",
});

/** Everything that is asked over HTTP, floors first; each round of a subject goes through all its paths equally often. Those whose address does not answer are named in `absent`. */
export async function subjectsOf({ applications, floors, headers, options }) {
  const { large, small } = applications;
  const queries = queriesOf(large.world, options.paths);
  const at = (name, application, paths) => ({ name, origin: application.origin, pid: application.pid, paths, headers });
  const all = [
    ...[...floors].map(([name, floor]) => ({ ...at(name, floor, [floor.path]), hasDatabase: false })),
    at("F1", large, ["/bench/empty"]),
    at("page", large, queries.map(pagePath)),
    at("json", large, queries.map(jsonPath)),
    ...(await profilesOf("profile", large, { at, headers, count: options.paths })),
    ...(small ? await profilesOf("profile, small", small, { at, headers, count: options.paths }) : []),
  ];
  const answers = await Promise.all(all.map(async (subject) => ({ subject, status: await statusOf(subject) })));
  return {
    subjects: answers.filter(({ status }) => status === 200).map(({ subject }) => subject),
    absent: answers
      .filter(({ status }) => status !== 200)
      .map(({ subject, status }) => ({ name: subject.name, why: `${subject.paths[0]} answers ${status}` })),
  };
}

async function statusOf({ origin, paths, headers }) {
  const response = await fetch(`${origin}${paths[0]}`, { headers, redirect: "manual" });
  await response.arrayBuffer();
  return response.status;
}

/** Some people are not listed: only profiles that answer are asked for. */
async function profilesOf(name, application, { at, headers, count }) {
  const paths = profilePaths(application.world, count);
  const subject = at(name, application, paths);
  const statuses = [];
  for (const path of paths) statuses.push(await statusOf({ origin: application.origin, paths: [path], headers }));
  const answered = paths.filter((_, i) => statuses[i] === 200);
  return [answered.length > 0 ? { ...subject, paths: answered } : subject];
}
