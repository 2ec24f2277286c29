import fc from "fast-check";

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
