import { fork } from "node:child_process";
import { once } from "node:events";
import { Problem } from "../../scripts/lib/problem.mjs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { pin } from "./affinity.mjs";

/**
 * Starts the process that makes requests. A job is `{ origin, paths, headers, concurrency, requests }`, asked one after the
 * other; with `rate`, so many a second.
 */
export function startLoad(core) {
  const child = fork(inRoot("bench/measure/driver.mjs"));
  if (core !== undefined) pin(child.pid, core);
  return {
    async run(job) {
      child.send(job);
      const [answer] = await once(child, "message");
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

/** An answer without faults, or the end of the run: figures of error pages mean nothing. */
export function sound(answer, name) {
  if (answer.faults > 0)
    throw new Problem(
      `${name}: ${answer.faults} of ${answer.requests} requests were answered ${answer.statuses.join(", ")}.`,
    );
  return answer;
}
