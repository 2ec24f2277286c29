import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SESSION } from "./pgbench.mjs";
import { scriptOf } from "./script.mjs";
import { median, quantile, ratios } from "./statistics.mjs";
import { listener } from "./wire.mjs";

test("a recorded statement becomes a script whose parameters are variables", () => {
  const sql = `SELECT $1::uuid, $2, '1:x' AS "a:b", 'HH24:MI', t[1:n] FROM t -- it's :this`;
  const { text, defines } = scriptOf([{ sql, values: ["7", null] }], 3);
  expect(defines).toEqual([["s3_0_1", "7"]]);
  expect(text).toBe(
    `SELECT :s3_0_1::uuid, NULL, U&'1\\003Ax' AS "a:b", U&'HH24\\003AMI', t[1: n] FROM t -- it's :this;\n`,
  );
});

test("what no variable can hold stands in the script itself", () => {
  const { text, defines } = scriptOf([{ sql: "SELECT $1, $2", values: ["", "x"] }], 0);
  expect([text, defines]).toEqual(["SELECT '', :s0_0_2;\n", [["s0_0_2", "x"]]]);
});

test("statements run again as on the application's own connections", () => {
  expect(readFileSync("lib/db/client.ts", "utf8")).toContain(`options: "${SESSION}"`);
});

const message = (kind: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
};

test("statements are read off the wire however the bytes are cut", () => {
  const startup = message("", Buffer.from("\0\x03\0\0user\0x\0\0"));
  const parse = message("P", Buffer.from("s1\0SELECT $1, $2\0\0\0"));
  const bind = message(
    "B",
    Buffer.concat([Buffer.from("\0s1\0\0\0\0\x02\0\0\0\x03abc"), Buffer.from([255, 255, 255, 255, 0, 0])]),
  );
  const query = message("Q", Buffer.from("BEGIN\0"));
  const stream = Buffer.concat([startup, parse, bind, query]);
  for (const size of [1, 7, stream.length]) {
    const seen: unknown[] = [];
    const hear = listener((statement: unknown) => seen.push(statement));
    for (let i = 0; i < stream.length; i += size) hear(stream.subarray(i, i + size));
    expect(seen).toEqual([
      { sql: "SELECT $1, $2", values: ["abc", null] },
      { sql: "BEGIN", values: [] },
    ]);
  }
});

test("ratios pair the rounds; the spread keeps the worse end", () => {
  expect(ratios([2, 6, 3], [1, 2, 1])).toEqual({ median: 3, low: 2, high: 3 });
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.99)).toBe(10);
});
