import pg from "pg";
import { Problem } from "./problem.mjs";

const OLDEST = 150_000;

const reasons = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host name cannot be resolved",
  ETIMEDOUT: "it does not answer",
  ECONNRESET: "it closed the connection",
  EHOSTUNREACH: "there is no way to the host",
  "28P01": "it refuses the password",
  28000: "it refuses the user",
  "3D000": "it has no such database",
  "57P03": "it is still starting",
};

/** The address without its password, fit to be shown. */
export function shown(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

/** Returns when the database answers; otherwise one sentence says why it cannot be used. */
export async function reach(url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Problem("DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database.");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  const version = await client
    .connect()
    .then(() => client.query("SHOW server_version_num"))
    .then(({ rows }) => Number(rows[0].server_version_num))
    .catch((error) => {
      throw new Problem(`The database at ${shown(url)} cannot be reached: ${reasonOf(error)}.`);
    })
    .finally(() => client.end().catch(() => {}));
  if (version < OLDEST)
    throw new Problem(`PostgreSQL ${OLDEST / 10_000} or newer is needed; ${shown(url)} is ${version / 10_000}.`);
}

function reasonOf(error) {
  const first = error.errors?.[0] ?? error;
  if (/timeout/i.test(first.message)) return reasons.ETIMEDOUT;
  return reasons[first.code] ?? first.message;
}
