import { median, ratios } from "../measure/statistics.mjs";
import { figure, milliseconds } from "./figures.mjs";
import { absent, line } from "./lines.mjs";

const CODE = "G11";
const NAMES = { join: "joining", propose: "proposing", contribute: "contributing" };
const perAct = (list) => `${Math.round(median(list))} µs`;

/** Acts beside the empty one, round by round. */
export function actTargets({ acts: { why, empty, ...acts } }) {
  if (why) return [absent(CODE, "join, propose, contribute: CPU", why)];
  return Object.entries(acts).map(([act, taken]) => {
    const ratio = ratios(taken, empty);
    return line(CODE, `${NAMES[act]}: CPU`, {
      value: `${figure(ratio)} (${perAct(taken)})`,
      limit: "≤ 1.5 × empty action",
      floor: perAct(empty),
      isMet: ratio.high <= 1.5,
    });
  });
}

/** Edits while others search: found at once, nobody slowed down, nothing lost in the end. */
export function contentionTargets({ contention }) {
  const { why, edits, found, readers, p50, p99, walk } = contention;
  if (why) return [absent(CODE, "edits while others search", why)];
  const slowed = (name, ratio) =>
    line(CODE, `${readers} readers while writing, ${name}`, {
      value: `${figure(ratio)} (${milliseconds(ratio.among)})`,
      limit: "≤ 2 × alone",
      floor: milliseconds(ratio.alone),
      isMet: ratio.high <= 2,
    });
  return [
    line(CODE, "edits found by the next search", {
      value: `${found} of ${edits}`,
      limit: "all",
      isMet: found === edits,
    }),
    slowed("p50", p50),
    slowed("p99", p99),
    walkTarget(walk, "all pages afterwards"),
  ];
}

/** All pages of a world that nobody has edited. */
export const restTargets = ({ walk }) => [walkTarget(walk, "all pages")];

function walkTarget({ count, pages, twice, strangers, seen, missing, isWhole, why }, pagesOf) {
  const what = `${pagesOf} (${count} people)`;
  if (!isWhole) return absent(CODE, what, why ?? `not measured: time was up after ${pages} pages`);
  return line(CODE, what, {
    value: `${seen} seen on ${pages} pages, ${twice} twice, ${missing} missing`,
    limit: "each once",
    isMet: twice + strangers + missing === 0,
  });
}
