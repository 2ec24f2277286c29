import fc from "fast-check";
import { expect } from "vitest";
import type * as z from "zod";

/** How many inputs a fuzz test tries: few with every change, as many as FUZZ_RUNS says in a long run (docs/performance.md). */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 300);

const units = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
const points = fc.string({ unit: "binary-ascii", maxLength: 60 });
const letters = fc
  .array(fc.constantFrom(..."aeiouèÀñßİıŁ日本العربي한🦊👩‍👩‍👧ﷺ½²Ⅷ\u0301\u200b"), { maxLength: 40 })
  .map((all) => all.join(""));
const words = fc.constantFrom(
  "commercialista",
  "Bologna",
  "zona",
  "BO",
  "Ilaria",
  "offro",
  "cerco",
  "xyzzy",
  "dell’Aquila",
  "e",
  "(BO)",
);
const tricks = fc.constantFrom(
  "' OR 1=1 --",
  '\'; DROP TABLE "Member"; --',
  "$1",
  "\\",
  "%_%",
  ".*",
  "(((",
  "[a-",
  "a{99999}",
  "a & !b | (c",
  ":*",
  "<->",
  "|",
  "{}",
  "[]",
  "null",
  "-1",
  "1e309",
  "\0",
  "\uD800",
  "\r\n",
  "<script>",
);
const long = fc
  .tuple(fc.constantFrom("a", "è", " a", "'", "(", "🦊", "commercialista "), fc.nat(3000))
  .map(([part, n]) => part.repeat(n));

/** Texts as nobody would type them, and as somebody might: any code units, other scripts, operators, very long ones. */
export const anyText = fc.oneof(
  units,
  points,
  letters,
  long,
  fc.array(fc.oneof(words, tricks, letters), { maxLength: 8 }).map((all) => all.join(" ")),
);

type Asking<Viewer> = {
  readonly query: fc.Arbitrary<string[][]>;
  readonly viewers: fc.Arbitrary<Viewer>;
  readonly ask: (query: URLSearchParams, viewer: Viewer) => Promise<Response>;
  /** What is answered with 200 and with 400. */
  readonly answers: Readonly<Record<200 | 400, z.ZodType>>;
};

/** Whatever is asked of a data form, it is answered, or refused, in the form it promises; and both happen often enough to count. */
export async function expectClearAnswers<Viewer>({ query, viewers, ask, answers }: Asking<Viewer>): Promise<void> {
  const seen = { 200: 0, 400: 0 };
  await fc.assert(
    fc.asyncProperty(query, viewers, async (pairs, viewer) => {
      const answer = await ask(new URLSearchParams(pairs), viewer);
      expect([200, 400]).toContain(answer.status);
      answers[answer.status as 200].parse(await answer.json());
      seen[answer.status as 200] += 1;
    }),
    { numRuns: FUZZ_RUNS },
  );
  expect(Math.min(seen[200], seen[400])).toBeGreaterThan(FUZZ_RUNS / 20);
}
