import net from "node:net";

function listens(options) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(0));
    server.listen(options, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Nobody listens on the port, neither on loopback nor on all addresses. */
export async function isFree(port) {
  return (await listens({ port, host: "127.0.0.1" })) !== 0 && (await listens({ port })) !== 0;
}

/** Some free port of the system's choice. */
export const anyPort = () => listens({ port: 0, host: "127.0.0.1" });

/** The given port or the next free one above it. */
export async function freePortFrom(first) {
  for (let port = first; port < first + 100 && port < 65_536; port++) if (await isFree(port)) return port;
  return anyPort();
}
