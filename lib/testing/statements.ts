import pg from "pg";
import { vi } from "vitest";

/** The texts of all statements that a piece of work sends to the database, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = pg.Client.prototype;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...all: never[]) {
    const [first] = all as unknown as [string | { text: string }];
    sent.push(typeof first === "string" ? first : first.text);
    return query.apply(this, all as never);
  } as never);
  await work().finally(() => spy.mockRestore());
  return sent;
}
