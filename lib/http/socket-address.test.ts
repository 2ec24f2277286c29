import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { noteSocketAddress } from "./socket-address";
import { watchRequests } from "./watch";

test.each([
  [undefined, "192.0.2.7", "192.0.2.7"],
  ["127.0.0.1", "192.0.2.7", "127.0.0.1, 192.0.2.7"],
  ["127.0.0.1", undefined, "127.0.0.1, unknown"],
])("a request that says it comes from %s through a socket to %s is noted as «%s»", (said, remoteAddress, noted) => {
  const request = { headers: { ...(said && { "x-forwarded-for": said }) }, socket: { remoteAddress } };
  noteSocketAddress(request as never);
  expect(request.headers).toEqual({ "x-forwarded-for": noted });
});

test("a server of Node's own notes the address before the request is handled", async () => {
  watchRequests();
  const server = createServer((request, response) => response.end(request.headers["x-forwarded-for"]));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
    headers: { "x-forwarded-for": "203.0.113.9" },
  });
  expect(await answer.text()).toBe("203.0.113.9, 127.0.0.1");
  server.close();
});
