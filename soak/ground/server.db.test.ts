import { expect, test } from "vitest";
import { onServer } from "./server.mjs";

const url = process.env.DATABASE_URL as string;
const PID = "SELECT pg_backend_pid() AS pid";

type Client = {
  once(event: "end", listener: (value: unknown) => void): void;
  query(text: string, values?: unknown[]): Promise<{ rows: { pid: number }[] }>;
};

test("a server that goes between two statements fails the second, and nothing else", async () => {
  const asked = onServer(url, async (client: Client) => {
    const gone = new Promise((resolve) => client.once("end", resolve));
    const pid = (await client.query(PID)).rows[0]?.pid;
    await onServer(url, (other: Client) => other.query("SELECT pg_terminate_backend($1, 5000)", [pid]));
    await gone;
    return client.query(PID);
  });
  await expect(asked).rejects.toThrow(/not queryable/);
});
