import { Problem } from "../../scripts/lib/problem.mjs";

/*
 * A recorded statement as a script of pgbench: `$3` becomes a variable, whose value comes by -D. pgbench also takes a colon
 * inside quotes for a variable («HH24:MI»), so such a literal is written with the colon's code.
 */

const PIECES = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)|::|:(?=\w)/g;

const literal = (text) => (/:\w/.test(text) ? `U&${text.replaceAll("\\", "\\\\").replaceAll(":", "\\003A")}` : text);

/** What no variable of pgbench can hold. */
const constantOf = (value) => (value === null ? "NULL" : value === "" ? "''" : null);

function pieceOf(piece, number, { name, values }) {
  if (number) return constantOf(values[number - 1]) ?? `:${name}_${number}`;
  if (piece.startsWith("'")) return literal(piece);
  return piece === ":" ? ": " : piece;
}

/** Text and variables of a script that runs recorded statements one after the other. */
export function scriptOf(statements, number) {
  const defines = [];
  const lines = statements.map(({ sql, values }, i) => {
    const name = `s${number}_${i}`;
    if (values.includes(undefined)) throw new Problem(`A parameter is sent in binary: ${sql.slice(0, 80)}`);
    defines.push(
      ...values.map((value, j) => [`${name}_${j + 1}`, value]).filter(([, value]) => constantOf(value) === null),
    );
    const text = sql.replace(PIECES, (piece, digits) => pieceOf(piece, digits && Number(digits), { name, values }));
    return `${text.trim().replace(/;$/, "")};`;
  });
  return { text: `${lines.join("\n")}\n`, defines };
}
