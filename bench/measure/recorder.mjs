import net from "node:net";
import { listener } from "./wire.mjs";

/** What the product asks of its own accord, not for a request. */
const PROBE = /^\s*SELECT 1\s*$/i;

/**
 * Stands between the application and PostgreSQL and notes every statement, so that floors can run the very same text.
 * `take()` gives what was sent since the last time.
 */
export async function startRecorder(databaseUrl) {
  const target = new URL(databaseUrl);
  let seen = [];
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    const listen = listener((statement) => PROBE.test(statement.sql ?? "") || seen.push(statement));
    client.on("data", listen);
    client.pipe(upstream);
    upstream.pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ])
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = new URL(databaseUrl);
  own.host = `127.0.0.1:${server.address().port}`;
  return {
    url: own.href,
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    stop: () => server.close(),
  };
}
