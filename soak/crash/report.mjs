const line = (cells, widths) =>
  cells
    .map((cell, i) => String(cell).padEnd(widths[i] ?? 0))
    .join(" ")
    .trimEnd();
const KILLS = [42, 6];
const ACTS = [12, 6, 6, 9, 9, 9];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** What was killed how often, and what became of each kind of act. */
export function tablesOf({ killed, records }) {
  const kills = killed.map(({ name, times, longestMs }) => line([name, times, seconds(longestMs)], KILLS));
  const acts = [...new Set(records.map(({ act }) => act))].map((act) =>
    line([act, ...figuresOf(records.filter((one) => one.act === act))], ACTS),
  );
  return [
    line(["killed", "times", "longest until the next answer"], KILLS),
    ...kills,
    "",
    line(["act", "ok", "told", "unknown", "answer lost, then asked again"], ACTS),
    ...acts,
  ].join("\n");
}

const count = (records, isIt) => records.filter(isIt).length;

const figuresOf = (records) => [
  count(records, ({ outcome }) => outcome === "ok"),
  count(records, ({ outcome }) => outcome === "told"),
  count(records, ({ outcome }) => outcome === null),
  count(records, ({ isLost, outcome }) => isLost && outcome !== null),
];

/** The last line: all counts, and how many deviations there were. */
export function closingOf({ killed, records, tookEffect, again, deviations }) {
  const kills = killed.reduce((sum, { times }) => sum + times, 0);
  const [ok, told, unknown, asked] = figuresOf(records);
  return (
    `${kills} kills, ${ok} acts acknowledged, ${told} refused, ${unknown} unknown (${tookEffect} took effect), ` +
    `${asked} asked again, ${again.count} sent twice, ${deviations.length} deviations`
  );
}
