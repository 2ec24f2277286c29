/** A line a step: how often it was taken, and how often it was answered how. */
export function tableOf(outcomes) {
  const tally = merged(outcomes.map((outcome) => outcome.tally));
  return Object.entries(tally)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, codes]) => `${kind.padEnd(20)} ${inWords(codes)}`)
    .join("\n");
}

function merged(tallies) {
  const all = {};
  for (const [kind, code, count] of tallies.flatMap(flat)) {
    all[kind] ??= {};
    all[kind][code] = (all[kind][code] ?? 0) + count;
  }
  return all;
}

const flat = (tally) =>
  Object.entries(tally).flatMap(([kind, codes]) => Object.entries(codes).map(([code, count]) => [kind, code, count]));

const inWords = (codes) =>
  Object.entries(codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${count} ${code}`)
    .join(", ");

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** The last line: how many lives and steps, and how many lives went other than the model says. */
export function closingOf(outcomes) {
  const sequences = sum(outcomes.map(({ runs }) => runs));
  const steps = sum(outcomes.flatMap(({ tally }) => flat(tally).map(([, , count]) => count)));
  const failures = outcomes.filter(({ failure }) => failure).length;
  return `${sequences} sequences, ${steps} steps, ${failures} deviations`;
}
