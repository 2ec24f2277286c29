// The load, a process of its own: takes jobs from its parent one at a time and answers each with what it saw.
import http from "node:http";
import { ascending, quantile } from "./statistics.mjs";

function askOnce(agent, { origin, headers }, path) {
  return new Promise((resolve) => {
    const began = performance.now();
    let bytes = 0;
    const done = (status) => resolve({ status, bytes, milliseconds: performance.now() - began });
    const request = http.get(`${origin}${path}`, { agent, headers }, (response) => {
      response.on("data", (part) => (bytes += part.length));
      response.on("end", () => done(response.statusCode));
      response.on("error", () => done(0));
    });
    request.setTimeout(60_000, () => request.destroy());
    request.on("error", () => done(0));
  });
}

/** Each of `concurrency` clients asks for the next path as soon as its last answer is there; each as itself, where `readers` says who they are. */
async function closedLoop(job, agent, record) {
  let next = 0;
  const client = async (_, i) => {
    const own = { ...job, headers: job.readers?.[i] ?? job.headers };
    while (next < job.requests) record(await askOnce(agent, own, job.paths[next++ % job.paths.length]));
  };
  await Promise.all(Array.from({ length: job.concurrency }, client));
}

/** Requests leave at a fixed rate whatever the server does; time counts from when one should have left. */
async function openLoop(job, agent, record) {
  const began = performance.now();
  const pending = [];
  for (let i = 0; i < job.requests; i++) {
    const due = began + (i * 1000) / job.rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const late = Math.max(0, performance.now() - due);
    const answer = askOnce(agent, job, job.paths[i % job.paths.length]);
    pending.push(answer.then((seen) => record({ ...seen, milliseconds: seen.milliseconds + late })));
  }
  await Promise.all(pending);
}

function summaryOf(seen, seconds, hasTimes) {
  const sorted = ascending(seen.map(({ milliseconds }) => milliseconds));
  const faults = seen.filter(({ status }) => status !== 200);
  return {
    requests: seen.length,
    faults: faults.length,
    statuses: [...new Set(faults.map(({ status }) => status))],
    seconds,
    perSecond: seen.length / seconds,
    bytes: Math.round(seen.reduce((sum, { bytes }) => sum + bytes, 0) / seen.length),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    ...(hasTimes && { times: [...sorted] }),
  };
}

async function run(job) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: job.concurrency });
  const seen = [];
  const began = performance.now();
  await (job.rate ? openLoop : closedLoop)(job, agent, (answer) => seen.push(answer));
  agent.destroy();
  return summaryOf(seen, (performance.now() - began) / 1000, job.hasTimes);
}

process.on("message", async (job) => process.send(await run(job)));
process.on("disconnect", () => process.exit(0));
