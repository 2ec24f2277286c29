import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import zlib from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressTexts } from "./lib/compressed.mjs";
import { deliver } from "./lib/delivery.mjs";

const BROWSER = "gzip, deflate, br, zstd";
const SCRIPT = "/_next/static/chunks/a.js";
const script = `// perché no\n${'console.log("tessera");\n'.repeat(500)}`;
const page = `<p>${"tessera ".repeat(1000)}</p>`;
const packed = zlib.gzipSync(page);
const decoders: Record<string, (data: Buffer) => Buffer> = {
  br: zlib.brotliDecompressSync,
  gzip: zlib.gunzipSync,
};

let folder: string;
let server: http.Server;
let goOn: () => void;

type Flushing = ServerResponse & { flush(): void };

/** Stands for the application. */
const pages: Record<string, (response: Flushing) => unknown> = {
  "/page": (response) => response.setHeader("content-type", "text/html").end(page),
  "/packed": (response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end(packed),
  "/slow": async (response) => {
    response.setHeader("content-type", "text/html").write("first");
    response.flush();
    await new Promise<void>((resolve) => (goOn = resolve));
    response.end(" second");
  },
};
const application = ({ url = "" }: IncomingMessage, response: Flushing) =>
  (pages[url] ?? (() => response.writeHead(404).end("the application")))(response);

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tessera-delivery-"));
  mkdirSync(path.join(folder, "static/chunks"), { recursive: true });
  writeFileSync(path.join(folder, "BUILD_ID"), "secret");
  writeFileSync(path.join(folder, "static/chunks/a.js"), script);
  writeFileSync(path.join(folder, "static/chunks/short.js"), "x");
  writeFileSync(path.join(folder, "static/font.woff2"), script);
  await compressTexts(path.join(folder, "static"));
  server = http.createServer(deliver(path.join(folder, "static"), application)).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What comes over the wire, not decoded. */
async function ask(url: string, { method = "GET", ...headers }: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const request = http.request({ host: "127.0.0.1", port, path: url, method, headers, agent: false }).end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return response;
}

async function decoded(response: IncomingMessage): Promise<string> {
  const data = await buffer(response);
  return (decoders[response.headers["content-encoding"] ?? ""] ?? ((it) => it))(data).toString();
}

const kinds: [accepted: string, encoding: string | undefined][] = [
  [BROWSER, "br"],
  ["gzip", "gzip"],
  ["identity", undefined],
  ["", undefined],
];

test.each(kinds)("to whoever accepts «%s» a file goes as %s, compressed ahead", async (accepted, encoding) => {
  const response = await ask(SCRIPT, { "accept-encoding": accepted });
  expect(response.statusCode).toBe(200);
  expect(response.headers["content-encoding"]).toBe(encoding);
  const name = { br: "a.js.br", gzip: "a.js.gz" }[encoding ?? ""] ?? "a.js";
  const { length } = readFileSync(path.join(folder, "static/chunks", name));
  expect(response.headers["content-length"]).toBe(String(length));
  expect(await decoded(response)).toBe(script);
});

test.each(kinds)("to whoever accepts «%s» a page goes as %s", async (accepted, encoding) => {
  const response = await ask("/page", { "accept-encoding": accepted });
  expect(response.headers["content-encoding"]).toBe(encoding);
  expect(response.headers.vary).toBe("Accept-Encoding");
  expect(await decoded(response)).toBe(page);
});

test("a file says the same of itself as Next would", async () => {
  const { headers } = await ask(SCRIPT, { "accept-encoding": BROWSER });
  expect(headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  const again = await ask(SCRIPT, { "accept-encoding": BROWSER, "if-none-match": headers.etag ?? "" });
  expect(again.statusCode).toBe(304);
});

test.each([
  ["an unknown name", "/_next/static/chunks/b.js", {}],
  ["a folder", "/_next/static/chunks/", {}],
  ["a way out of the folder", "/_next/static/../BUILD_ID", {}],
  ["a hidden way out", "/_next/static/%2e%2e/BUILD_ID", {}],
  ["another place", "/static/chunks/a.js", {}],
  ["a part of a file", SCRIPT, { range: "bytes=0-9" }],
  ["a form", SCRIPT, { method: "POST" }],
])("%s is for the application", async (_, url, headers) => {
  const response = await ask(url, headers);
  expect([response.statusCode, await decoded(response)]).toEqual([404, "the application"]);
});

test("what is flushed arrives before the rest is there", async () => {
  const response = await ask("/slow", { "accept-encoding": BROWSER });
  const stream = response.pipe(zlib.createBrotliDecompress());
  const [first] = await once(stream, "data");
  expect(String(first)).toBe("first");
  goOn();
  expect(String((await once(stream, "data"))[0])).toBe(" second");
});

test("what is compressed already goes as it is", async () => {
  const response = await ask("/packed", { "accept-encoding": BROWSER });
  expect(response.headers["content-encoding"]).toBe("gzip");
  expect(await buffer(response)).toEqual(packed);
});

test("only texts are compressed ahead, and only where it pays", () => {
  expect(readdirSync(path.join(folder, "static"), { recursive: true }).sort()).toEqual([
    ...["chunks", "chunks/a.js", "chunks/a.js.br", "chunks/a.js.gz", "chunks/short.js", "font.woff2"],
  ]);
});
