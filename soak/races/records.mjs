/** What became of each race, in the order in which they were first run; `tell` hears of deviations as they happen. */
export function keepRecords(tell) {
  const records = new Map();
  const recordOf = ({ rule, title }) => {
    const fresh = { rule, title, rounds: 0, tries: 0, codes: {}, wonBy: [0, 0], waits: 0, deviations: 0 };
    if (!records.has(title)) records.set(title, fresh);
    return records.get(title);
  };
  return {
    note(one, { round, answers, deviations }) {
      add(recordOf(one), { answers, deviations });
      for (const words of deviations) tell(`round ${round + 1}, ${one.title}: ${words}`);
    },
    all: () => [...records.values()],
  };
}

function add(record, { answers, deviations }) {
  record.rounds += 1;
  record.tries += answers.length;
  record.deviations += deviations.length;
  for (const { code, by, waits = 0 } of answers) {
    record.waits += waits;
    record.codes[code] = (record.codes[code] ?? 0) + 1;
    if (code === "ok") record.wonBy[by] += 1;
  }
}
