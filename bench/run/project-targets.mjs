import { median, ratios } from "../measure/statistics.mjs";
import { figure, milliseconds } from "./figures.mjs";
import { absent, line } from "./lines.mjs";

const PAGES = { projects: "list of projects, where to help: CPU", home: "home, where to help: CPU" };
const cpu = (rounds) => rounds.map(({ microseconds }) => microseconds);
const perRequest = (rounds) => `${Math.round(median(cpu(rounds)))} µs`;

/** The pages of projects beside the empty one, and their SQL over many different asks. */
export function projectTargets({ projects: { rounds, absent: unanswered, sql, failed, rows } }) {
  const { Project, Contribution } = rows;
  const world = `${Project} projects, ${Contribution} deeds`;
  return [
    ...Object.entries(PAGES).map(([name, what]) => pageTarget({ name, what, rounds, unanswered })),
    line("–", `pages of ${world} that failed`, { value: String(failed), limit: "0", isMet: failed === 0 }),
    ...sqlTargets(sql),
  ];
}

function pageTarget({ name, what, rounds, unanswered }) {
  const [own, base] = [rounds.get(name), rounds.get("F1")];
  if (!own || !base)
    return absent("G1", what, unanswered.find((one) => one.name === name)?.why ?? "F1 does not answer");
  const ratio = ratios(cpu(own), cpu(base));
  return line("G1", what, {
    value: `${figure(ratio)} (${perRequest(own)})`,
    limit: "≤ 1.5 × F1",
    floor: perRequest(base),
    isMet: ratio.high <= 1.5,
  });
}

function sqlTargets(sql) {
  if (!sql) return [absent("–", "SQL of the pages of projects, p99", "pgbench is not here (Debian: postgresql-15)")];
  const slowest = Object.entries(sql.kinds).toSorted(([, a], [, b]) => b.p99 - a.p99)[0];
  const limit = "≤ 50 ms";
  return [
    line("–", `SQL of ${sql.queries} pages of projects, p99`, {
      value: milliseconds(sql.p99),
      limit,
      isMet: sql.p99 <= 50,
    }),
    line("–", `its slowest kind: ${slowest[0]}, p99`, {
      value: milliseconds(slowest[1].p99),
      limit,
      isMet: slowest[1].p99 <= 50,
    }),
  ];
}
