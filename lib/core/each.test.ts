import { expect, test } from "vitest";
import { sumOfEach } from "./each";

const fault = new Error("of the second");
const work = (done: number[]) => async (row: number) => {
  if (row === 2) throw fault;
  done.push(row);
  return row;
};

test("one row that fails stops no other, and its fault is thrown in the end with how many failed", async () => {
  const done: number[] = [];
  const thrown = await sumOfEach([1, 2, 3], work(done)).catch((error: AggregateError) => error);
  expect(done).toEqual([1, 3]);
  expect(thrown).toMatchObject({ message: "1 of 3 failed", errors: [fault] });
});

test("without a fault it answers the sum, of nothing nought", async () => {
  expect(await sumOfEach([1, 3, 4], work([]))).toBe(8);
  expect(await sumOfEach([], work([]))).toBe(0);
});
