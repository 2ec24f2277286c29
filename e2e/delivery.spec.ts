import { readFileSync } from "node:fs";
import path from "node:path";
import { demoPerson } from "./database";
import { expect, test } from "./fixtures";

const FILES = path.resolve(process.env.NEXT_DIST_DIR || ".next", "static");

test("a page and what it loads come compressed with brotli, and are the files of the build", async ({ as }) => {
  const page = await as(null);
  const files = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!/^\/_next\/static\/.*\.(js|css)$/.test(pathname)) return;
    expect(response.headers()["content-encoding"], pathname).toBe("br");
    files.set(pathname.replace("/_next/static/", ""), response.body());
  });
  const answer = await page.goto("/persone", { waitUntil: "networkidle" });
  expect(answer?.headers()["content-encoding"]).toBe("br");
  expect(files.size).toBeGreaterThan(5);
  for (const [name, body] of files) expect((await body).equals(readFileSync(path.join(FILES, name))), name).toBe(true);
});

test("an action that leads to another page brings it along, also behind a proxy that speaks https", async ({ as }) => {
  const page = await as(await demoPerson("alba-hoxha"), { extraHTTPHeaders: { "x-forwarded-proto": "https" } });
  await page.goto("/persone", { waitUntil: "networkidle" });
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Scuro" }).click();
  const answer = await answered;
  expect(answer.headers()["x-action-redirect"]).toMatch(/^\/persone;/);
  expect(answer.headers()["content-type"]).toBe("text/x-component");
});
