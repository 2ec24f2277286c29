import { expect, test } from "vitest";
import { judgePage, scoreOf } from "./page.mjs";
import { peopleWords } from "./report.mjs";

const names = (count: number, first = 0) => Array.from({ length: count }, (_, i) => `p${i + first}`);
const everybody = (count: number) => new Map(names(count).map((name) => [name, 2]));
const wrong = (count: number) => names(count, 1000);

test.each([
  ["four in five expected", [...names(16), ...wrong(4)], true],
  ["fewer", [...names(15), ...wrong(5)], false],
  ["nobody", [], false],
  ["one, who is expected", names(1), true],
])("a page that shows %s", (_, people, isGood) => {
  expect(judgePage({ people, hasMore: false }, everybody(100))?.isGood).toBe(isGood);
});

test("where the world holds nobody to expect there is no verdict, and the score leaves it out", () => {
  const none = judgePage({ people: wrong(3), hasMore: false }, everybody(0));
  const good = judgePage({ people: names(2), hasMore: false }, everybody(2));
  const bad = judgePage({ people: wrong(2), hasMore: false }, everybody(2));
  const score = scoreOf([none, good, bad].map((page) => ({ query: "x", lang: "it", viewer: "member", page })));
  expect(score).toMatchObject({ judged: 2, without: 1, share: 0.5, reach: 0.5 });
  expect(score.missed).toHaveLength(1);
});

test("those shown beneath count, and the score says what it were without them", () => {
  const alone = judgePage({ people: names(2), hasMore: false }, everybody(30));
  const withOthers = judgePage({ people: [...names(2), ...wrong(1)], hasMore: false }, everybody(30));
  const empty = judgePage({ people: [], hasMore: false }, everybody(30));
  const filled = judgePage({ people: names(4), hasMore: false }, everybody(30));
  const about = { query: "x", lang: "it", viewer: "member" };
  const score = scoreOf([
    { ...about, page: withOthers, list: alone },
    { ...about, page: filled, list: empty },
    { ...about, page: filled, list: filled },
  ]);
  expect([score.share, score.shareOfLists]).toEqual([2 / 3, 2 / 3]);
  expect(peopleWords(score, { target: 0.9, world: { members: 10 } })).toContain("beneath them  66.7 %");
});

test("a full page cannot reach everybody; the better ones on it count for more", () => {
  const expected = new Map([...names(20).map((name) => [name, 4] as const), ["p20", 1], ["p21", 1]]);
  const page = judgePage({ people: names(20), hasMore: true }, expected);
  expect(page?.reach).toBe(1);
  expect(page?.lift).toBeCloseTo(4 / (82 / 22));
});

test("a score of nothing says so, and is neither met nor missed", () => {
  expect(peopleWords(scoreOf([]), { target: 0.9, world: { members: 10 } })).toContain("not judged");
});
