const WIDTHS = [12, 52, 6, 7, 7, 13];
const line = (cells) =>
  cells
    .map((cell, i) => String(cell).padEnd(WIDTHS[i] ?? 0))
    .join(" ")
    .trimEnd();

const refusalsIn = (codes) =>
  Object.entries(codes)
    .filter(([code]) => code !== "ok")
    .map(([code, count]) => `${count} ${code}`)
    .join(", ");

/** A line a race: how often it was run, how many tried and won, in which of the two processes, and what the others heard. */
export function tableOf(records) {
  const head = line(["rule", "race", "rounds", "tries", "won", "won in 1 | 2", "refused"]);
  const rows = records.map(({ rule, title, rounds, tries, codes, wonBy }) =>
    line([rule, title, rounds, tries, codes.ok ?? 0, wonBy.join(" | "), refusalsIn(codes)]),
  );
  return [head, ...rows].join("\n");
}

const total = (records, key) => records.reduce((sum, record) => sum + record[key], 0);

/** The last line: all counts, and how many deviations there were. */
export function closingOf(records) {
  const [rounds, tries, waits, deviations] = ["rounds", "tries", "waits", "deviations"].map((key) =>
    total(records, key),
  );
  return `${records.length} races, ${rounds} rounds, ${tries} contenders (${waits} tried again), ${deviations} deviations`;
}
