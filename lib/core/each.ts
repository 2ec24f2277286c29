/**
 * Does a piece of work with each row by itself: one that fails stops no other, and all faults are thrown together in the end, so
 * that whoever asked says so and tries again. Returns the sum of what each did.
 */
export async function sumOfEach<Row>(rows: readonly Row[], work: (row: Row) => Promise<number>): Promise<number> {
  let sum = 0;
  const faults: unknown[] = [];
  for (const row of rows) {
    try {
      sum += await work(row);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${rows.length} failed`);
  return sum;
}
