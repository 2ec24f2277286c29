import { median, ratios } from "../measure/statistics.mjs";
import { browserTargets } from "./browser-targets.mjs";
import { bytes, factor, figure, milliseconds } from "./figures.mjs";
import { absent, line } from "./lines.mjs";
import { projectTargets } from "./project-targets.mjs";
import { actTargets, contentionTargets, restTargets } from "./writing-targets.mjs";

const cpu = (rounds) => rounds.map(({ microseconds }) => microseconds);
const perRequest = (rounds) => `${Math.round(median(cpu(rounds)))} µs`;

/** Why a subject has no figures. */
const reason = (unanswered, name) => unanswered.find((one) => one.name === name)?.why ?? "needs two sizes";

/** CPU time of one subject over another's, in the same rounds. */
function cpuOver({ rounds, absent: unanswered }, { code, what, subject, floor, limit }) {
  const [own, base] = [rounds.get(subject), rounds.get(floor)];
  if (!own || !base) return absent(code, what, reason(unanswered, own ? floor : subject));
  const ratio = ratios(cpu(own), cpu(base));
  const shown = `${figure(ratio)} (${perRequest(own)})`;
  return line(code, what, {
    value: shown,
    limit: `≤ ${limit} × ${floor}`,
    floor: perRequest(base),
    isMet: ratio.high <= limit,
  });
}

/** G1, G6: pages beside the empty page. */
function pageTargets({ rounds, recorded, absent: unanswered }) {
  const one = (code, what, subject, limit) =>
    cpuOver({ rounds, absent: unanswered }, { code, what, subject, floor: "F1", limit });
  const growth = cpuOver(
    { rounds, absent: unanswered },
    {
      code: "G6",
      what: "profile: growth",
      subject: "profile",
      floor: "profile, small",
      limit: 1.1,
    },
  );
  const counts = recorded.profiles;
  const trips = Math.max(...counts);
  return [
    one("G1", "directory page: CPU", "page", 1.5),
    one("G6", "profile page: CPU", "profile", 1.3),
    counts.length === 0
      ? absent("G6", "profile: own statements", "no profile answers")
      : line("G6", "profile: own statements", { value: String(trips), limit: "≤ 1", isMet: trips <= 1 }),
    growth,
  ];
}

/** G2: the JSON form beside the same statements in pgbench. */
function jsonTargets({ rounds, alone, sql, absent: unanswered }) {
  const [one, floor] = [alone.get("json"), sql.json];
  if (!one || !floor) return [absent("G2", "directory as JSON", reason(unanswered, "json"))];
  const times = ratios(
    one.map(({ p50 }) => p50),
    one.map(() => floor.p50),
  );
  const work = ratios(
    cpu(rounds.get("json")),
    rounds.get("json").map(() => floor.microseconds),
  );
  return [
    line("G2", "JSON: median, one client", {
      value: figure(times),
      limit: "≤ 2.0 × F2",
      floor: milliseconds(floor.p50),
      isMet: times.high <= 2,
    }),
    line("G2", "JSON: CPU", {
      value: `${figure(work)} (${perRequest(rounds.get("json"))})`,
      limit: "≤ 2.5 × F2",
      floor: `${Math.round(floor.microseconds)} µs`,
      isMet: work.high <= 2.5,
    }),
  ];
}

/** G3: the directory's SQL at both sizes, beside what a look-up by key loses; and how much a deep page costs. */
function growthTargets({ sql, recorded, options }) {
  return [...growths(sql), depth(sql.apart), ...ceiling(sql.large, recorded, options)];
}

function growths({ large, small, lookups }) {
  if (!large || !small) return [absent("G3", "growth of the SQL", "needs two sizes and a page that answers")];
  return [
    ["p50", 1.25],
    ["p99", 1.6],
  ].map(([name, limit]) => {
    const growth = large[name] / small[name];
    const floor = lookups.large[name] / lookups.small[name];
    return line("G3", `growth of the SQL, ${name}`, {
      value: `${factor(growth)} (${milliseconds(small[name])} → ${milliseconds(large[name])})`,
      limit: `≤ ${limit} × F3’s`,
      floor: factor(floor),
      isMet: growth / floor <= limit,
    });
  });
}

function depth(apart) {
  if (!apart) return absent("G3", "a deep page", "no page leads to another");
  const ratio = apart.last / apart.first;
  const what = `page ${apart.depth} over page 1`;
  return line("G3", what, {
    value: factor(ratio),
    limit: "≤ 1.05",
    floor: milliseconds(apart.first),
    isMet: ratio <= 1.05,
  });
}

function ceiling(large, { failed }, { members, queries }) {
  const answered = line("–", `searches of ${queries} that failed`, {
    value: String(failed),
    limit: "0",
    isMet: failed === 0,
  });
  if (!large) return [answered, absent("G4", "SQL of a search, p99", "no page answers")];
  const what = `SQL of ${large.queries} searches, p99`;
  const limit = `≤ 50 ms at ${members}`;
  return [answered, line("G4", what, { value: milliseconds(large.p99), limit, isMet: large.p99 <= 50 })];
}

/** G4: the whole statement of a search, facets included, beside counting by joins. */
function facetTargets({ sql, facets }) {
  if (!sql.large) return [];
  return Object.entries(facets).map(([kind, { people, milliseconds: joins }]) => {
    const own = sql.large.kinds[kind]?.p50;
    const what = `facets, ${kind} competence (${people} people)`;
    if (!own) return absent("G4", what, "no such query was recorded");
    const ratio = joins / own;
    return line("G4", what, {
      value: `${ratio.toFixed(1)} × faster (${milliseconds(own)})`,
      limit: "≥ 100 ×",
      floor: milliseconds(joins),
      isMet: ratio >= 100,
    });
  });
}

/** G11: an edit with its re-indexing beside the bare row. */
function editTargets({ edits }) {
  if (!edits) return [];
  if (edits.why) return [absent("G11", "edit, p99", edits.why)];
  const ratio = edits.p99 / edits.floor.p99;
  return [
    line("G11", "edit found in its transaction", {
      value: edits.isFoundAtOnce ? "yes" : "no",
      limit: "yes",
      isMet: edits.isFoundAtOnce,
    }),
    line("G11", "edit, p99", {
      value: `${factor(ratio)} (${milliseconds(edits.p99)})`,
      limit: "≤ 3 × UPDATE",
      floor: milliseconds(edits.floor.p99),
      isMet: ratio <= 3,
    }),
  ];
}

/** What the index costs in space and in time to build. */
function indexTargets({ sizes, note, options }) {
  const { members } = options;
  return [
    line("–", "database for each member", {
      value: bytes(sizes.bytesPerMember),
      limit: "≤ 3 kB",
      isMet: sizes.bytesPerMember <= 3000,
    }),
    line("–", `index of ${members} built anew`, {
      value: `${note.indexSeconds.toFixed(0)} s`,
      limit: "≤ 600 s",
      isMet: note.indexSeconds <= 600,
    }),
  ];
}

/** Each group of targets, and the part of a run that it speaks of. */
const GROUPS = [
  ["rounds", pageTargets],
  ["alone", jsonTargets],
  ["sql", growthTargets],
  ["facets", facetTargets],
  ["browser", browserTargets],
  ["edits", editTargets],
  ["acts", actTargets],
  ["contention", contentionTargets],
  ["walk", restTargets],
  ["projects", projectTargets],
  ["sizes", indexTargets],
];

/** Every target this run can speak of, each beside its floor of the same run. */
export const targetsOf = (results) =>
  GROUPS.filter(([part]) => part in results).flatMap(([, targets]) => targets(results));
