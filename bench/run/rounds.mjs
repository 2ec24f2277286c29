import { Problem } from "../../scripts/lib/problem.mjs";
import { step } from "../../scripts/lib/step.mjs";
import { cpuOf } from "../measure/cpu.mjs";
import { sound } from "../measure/load.mjs";
import { median } from "../measure/statistics.mjs";

/** Runs jobs and counts the CPU time of whoever answered them: the application's processes and every backend of the server. */
async function measured(load, subject, { requests, concurrency, postmaster, rate }) {
  const { name, origin, paths, headers, pid, hasDatabase = true } = subject;
  const before = { application: cpuOf(pid), database: hasDatabase ? cpuOf(postmaster) : 0 };
  const answer = sound(await load.run({ origin, paths, headers, concurrency, requests, rate }), name);
  const application = cpuOf(pid) - before.application;
  const database = hasDatabase ? cpuOf(postmaster) - before.database : 0;
  return { ...answer, application, database, microseconds: ((application + database) * 1e6) / answer.requests };
}

/** As many whole turns through the paths as fill the time. */
const turnsFor = ({ perSecond }, seconds, { length }) =>
  Math.max(1, Math.round((perSecond * seconds) / length)) * length;

/** Warms a subject up and finds how many requests fill a round; with `why` when it does not answer as it should. */
async function warmed(load, subject, { options, postmaster }) {
  const { warmup, seconds, concurrency } = options;
  const turns = Math.ceil(warmup / subject.paths.length) * subject.paths.length;
  try {
    const answer = await measured(load, subject, { requests: turns, concurrency, postmaster });
    return { ...subject, requests: turnsFor(answer, seconds, subject.paths) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...subject, why: error.message };
  }
}

/** Rounds A-B-A-B over all subjects that answer: name → raw rounds; and the others with the reason. */
export async function interleaved(load, subjects, { options, postmaster }) {
  const warm = [];
  await step("Warm-up", async () => {
    for (const subject of subjects) warm.push(await warmed(load, subject, { options, postmaster }));
    return `${options.warmup} requests or more each`;
  });
  const ready = warm.filter(({ why }) => !why);
  const rounds = new Map(ready.map(({ name }) => [name, []]));
  for (let round = 1; round <= options.rounds; round++)
    await step(`Round ${round} of ${options.rounds}`, async () => {
      for (const subject of ready) {
        const job = { requests: subject.requests, concurrency: options.concurrency, postmaster };
        rounds.get(subject.name).push(await measured(load, subject, job));
      }
      return "";
    });
  return { rounds, failed: warm.filter(({ why }) => why).map(({ name, why }) => ({ name, why })) };
}

/** One client at a time, for medians without queueing. */
export async function alone(load, subject, { rounds: together, options, postmaster }) {
  const perSecond = median(together.map((round) => round.perSecond));
  const requests = turnsFor({ perSecond }, options.seconds / 2, subject.paths);
  const rounds = [];
  for (let round = 0; round < options.rounds; round++)
    rounds.push(await measured(load, subject, { requests, concurrency: 1, postmaster }));
  return rounds;
}

/** Open loop at half of what the rounds showed to be possible. */
export async function latency(load, subject, { rounds, options, postmaster }) {
  const rate = median(rounds.map(({ perSecond }) => perSecond)) / 2;
  const requests = Math.max(subject.paths.length, Math.round(rate * options.latencySeconds));
  return { rate, ...(await measured(load, subject, { requests, concurrency: 256, postmaster, rate })) };
}
