import { randomBytes } from "node:crypto";
import { onServer } from "../ground/server.mjs";
import { ACTS } from "./acts.mjs";

/** What the driver was answered, act by act: «ok», «told» when it was refused, null when it never learnt. */
export function openLedger() {
  const run = randomBytes(3).toString("hex");
  const records = [];
  let marks = 0;
  let lost = 0;
  let usualMs = 100;
  return {
    records,
    newMark() {
      marks += 1;
      return `Segno ${run} ${marks}`;
    },
    open(filled) {
      const record = { ...filled, outcome: null, location: "", isLost: false, number: records.length };
      records.push(record);
      return record;
    },
    /** Counts answers that were lost at the first sending. */
    lose(record) {
      record.isLost = true;
      lost += 1;
      return lost;
    },
    close(record, { outcome, location = "", milliseconds = usualMs }) {
      usualMs += (milliseconds - usualMs) / 10;
      return Object.assign(record, { outcome: outcome === "ok" ? "ok" : "told", location });
    },
    /** How long an answer takes these days. */
    usualMs: () => usualMs,
    acknowledged: () => records.filter(({ outcome }) => outcome === "ok").length,
  };
}

/** What the rows say beside what was answered; deviations in words, and how many acts of unknown end took effect. */
export async function compare(url, records) {
  const seen = [];
  for (const [act, { traces }] of Object.entries(ACTS)) {
    const tallies = await onServer(url, (client) => inTurn(traces, (sql) => tallyOf(client, sql)));
    for (const { mark, outcome } of records.filter((record) => record.act === act))
      seen.push({ act, mark, outcome, counts: tallies.map((tally) => tally.get(mark) ?? 0) });
  }
  const wrong = seen.filter(({ outcome, counts }) => !isRight(outcome, counts));
  return {
    deviations: wrong.map(
      ({ act, mark, outcome, counts }) => `${act} «${mark}», answered ${outcome ?? "nothing"}: ${counts} rows`,
    ),
    tookEffect: seen.filter(({ outcome, counts }) => outcome === null && counts[0] === 1).length,
  };
}

async function inTurn(all, body) {
  const results = [];
  for (const one of all) results.push(await body(one));
  return results;
}

async function tallyOf(client, sql) {
  const { rows } = await client.query(`SELECT mark, count(*)::int AS n FROM (${sql}) traces GROUP BY mark`);
  return new Map(rows.map(({ mark, n }) => [mark, n]));
}

/** Every «ok» exactly once, every refusal nowhere, what is unknown at most once; and never in part. */
export function isRight(outcome, counts) {
  const isWhole = counts.every((count) => count === counts[0]);
  const [count] = counts;
  if (outcome === "ok") return isWhole && count === 1;
  return isWhole && (outcome === "told" ? count === 0 : count <= 1);
}
