import fc from "fast-check";
import type { Kind, Step } from "./model";
import { GROUPS, PEOPLE, type Setting } from "./world";

const STEPS_MAX = 45;

type Often = Partial<Record<Kind, number>>;
/** What happens in any life, and how often. */
const ALWAYS: Often = {
  ...{
    offer: 3,
    accept: 3,
    decline: 1,
    withdraw: 2,
    move: 2,
    conclude: 1,
    close: 2,
    declare: 2,
    confirm: 2,
    reject: 1,
  },
  ...{ handOver: 1, answerHandover: 1, keep: 1, jobs: 1, tick: 2 },
};
/** What each life is about, besides. */
const THEMES = {
  seats: { offer: 4, accept: 4, move: 2, close: 2, declare: 3, confirm: 3, handOver: 2, answerHandover: 2, leave: 1 },
  dream: {
    join: 8,
    stepBack: 3,
    invite: 5,
    declineInvitation: 3,
    withdrawInvitation: 2,
    become: 2,
    answerSeat: 7,
    leave: 1,
    adopt: 1,
  },
  tasks: {
    addTask: 5,
    takeTask: 4,
    moveTask: 5,
    giveBack: 3,
    askForTask: 8,
    answerTask: 6,
    withdrawTaskAsk: 2,
    leave: 1,
  },
  asks: { ask: 14, cover: 5, notNow: 4, withdrawAsk: 3, jobs: 2, tick: 1, leave: 1 },
  carriers: {
    ...{ askCoHost: 6, answerCoHost: 6, withdrawCoHost: 1, leaveCoHosting: 2, letGo: 1, addTask: 1, ask: 2, cover: 1 },
    ...{ offerLead: 3, leaveLead: 3, withdrawLead: 1, takeLead: 5, leave: 5, adopt: 3 },
  },
} satisfies Record<string, Often>;
type Theme = keyof typeof THEMES;
const themes = Object.keys(THEMES) as Theme[];

export type Drawn = Step & { readonly fits: boolean };
export type Life = {
  readonly theme: Theme;
  readonly setting: Setting;
  readonly isAtWork: boolean;
  readonly steps: readonly Drawn[];
};

const manifold = (often: Often): Kind[] =>
  (Object.entries(often) as [Kind, number][]).flatMap(([kind, times]) => Array<Kind>(times).fill(kind));
const person = fc.nat(PEOPLE - 1);

const aStep = (theme: Theme): fc.Arbitrary<Drawn> =>
  fc.record({
    kind: fc.constantFrom(...manifold(ALWAYS), ...manifold(THEMES[theme])),
    ...{ who: person, whom: person, nth: fc.nat(3), need: fc.nat(1), isYes: fc.constantFrom(true, true, false) },
    group: fc.nat(GROUPS.length),
    to: fc.constantFrom("FEASIBILITY", "ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "ABANDONED"),
    column: fc.constantFrom("TODO", "DOING", "DOING", "DONE", "DROPPED"),
    days: fc.constantFrom(1, 5, 7, 13, 14, 20, 21, 22, 31, 89, 90),
    fits: fc.constantFrom(true, true, true, true, false),
    again: fc.boolean(),
  });

const aLifeOf = (theme: Theme): fc.Arbitrary<Life> =>
  fc.record({
    theme: fc.constant(theme),
    setting: fc.record({
      isShared: theme === "carriers" ? fc.constant(true) : fc.boolean(),
      isMembersOnly: fc.boolean(),
      isDream: fc.constant(theme === "dream"),
    }),
    isAtWork: theme === "tasks" ? fc.constant(true) : theme === "dream" ? fc.constant(false) : fc.boolean(),
    steps: fc.array(aStep(theme), { minLength: 15, maxLength: STEPS_MAX, size: "max" }),
  });

/** How it begins, and up to forty-five steps. Half of the lives begin at work. */
export const aLife = fc.oneof(...themes.map(aLifeOf));

export const PLAIN: Omit<Drawn, "kind"> = {
  ...({ who: 0, whom: 0, nth: 0, need: 0, group: 1, isYes: true, to: "ACTIVE", column: "DOING", days: 0 } as const),
  ...{ fits: false, again: false },
};
/** Somebody sits in the seat without which nothing starts. */
const AT_WORK: readonly Drawn[] = [
  { ...PLAIN, kind: "offer", who: 1 },
  { ...PLAIN, kind: "accept" },
  { ...PLAIN, kind: "move", to: "FEASIBILITY" },
  { ...PLAIN, kind: "move" },
];
/** Two carry it. */
const TOGETHER: readonly Drawn[] = [
  { ...PLAIN, kind: "askCoHost" },
  { ...PLAIN, kind: "answerCoHost", who: 3 },
];

/** All steps of a life, those it begins with first. */
export const stepsOf = ({ theme, isAtWork, steps }: Life): Drawn[] => [
  ...(isAtWork ? AT_WORK : []),
  ...(theme === "carriers" ? TOGETHER : []),
  ...steps,
];

/** A step in words, for a counterexample. */
export const inWords = ({ kind, who, whom, nth, need, group, to, column, isYes, days, again }: Step) =>
  [
    ...[`person ${who} ${kind}`, `whom ${whom}`, `newest-${nth}`, `need ${need}`, `association ${group}`],
    ...[to, column, isYes ? "yes" : "no", `${days} days`, again ? "(sent twice)" : ""],
  ].join(" ");
