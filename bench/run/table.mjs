const HEAD = ["", "target", "measured", "limit", "floor", ""];
const MARKS = new Map([
  [true, "met"],
  [false, "missed"],
  [null, "not measured"],
]);

const cellsOf = ({ code, what, value, limit, floor, isMet, why }) => [
  code,
  what,
  value,
  limit,
  floor,
  why ?? MARKS.get(isMet),
];

/** The targets as a table to print. */
export function tableOf(targets) {
  const rows = [HEAD, ...targets.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Raw figures that stand behind the ratios. */
export function floorsOf({ rounds, alone, latencies }) {
  const mean = (list, of) => list.map(of).toSorted((a, b) => a - b)[list.length >> 1];
  const lines = [...rounds].map(([name, list]) => {
    const [work, rate, one] = [
      mean(list, (round) => round.microseconds),
      mean(list, (round) => round.perSecond),
      alone.get(name),
    ];
    const open = latencies.get(name);
    return [
      name.padEnd(16),
      `${Math.round(work)} µs CPU`.padStart(14),
      `${Math.round(rate)}/s`.padStart(9),
      one ? `alone p50 ${mean(one, (round) => round.p50).toFixed(2)} ms`.padStart(22) : "".padStart(22),
      open ? `open loop at ${open.rate.toFixed(0)}/s: p50 ${open.p50.toFixed(1)}, p99 ${open.p99.toFixed(1)} ms` : "",
    ].join("  ");
  });
  return lines.map((text) => text.trimEnd()).join("\n");
}
