import { chromium } from "@playwright/test";

const SLOW_DOWN = 4;
const TALL = { width: 1280, height: 9000 };
const USUAL = { width: 1280, height: 800 };

/** Runs in the page before anything else: keeps what the browser tells about its own work. */
function observe() {
  const kept = { lcp: 0, cls: 0, blocking: 0, interaction: 0 };
  globalThis.benchSeen = kept;
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", ({ startTime }) => {
    kept.lcp = startTime;
  });
  watch("layout-shift", ({ value, hadRecentInput }) => {
    kept.cls += hadRecentInput ? 0 : value;
  });
  watch("longtask", ({ duration }) => {
    kept.blocking += duration - 50;
  });
  watch(
    "event",
    ({ duration, interactionId }) => {
      if (interactionId) kept.interaction = Math.max(kept.interaction, duration);
    },
    { durationThreshold: 16 },
  );
}

async function opened(browser, { viewport, cookie, origin }) {
  const context = await browser.newContext({ viewport });
  await context.addCookies([{ name: "tessera", value: cookie, url: origin }]);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  const sizes = new Map();
  const addresses = new Map();
  await client.send("Network.enable");
  client.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  const transferred = (urls) =>
    [...sizes].reduce((sum, [id, bytes]) => sum + (!urls || urls.includes(addresses.get(id)) ? bytes : 0), 0);
  return { context, page, client, transferred };
}

/** Addresses of the scripts that the document itself names; what is fetched ahead for other pages is not among them. */
async function scriptsOf(page, address) {
  const html = await (await page.context().request.get(address)).text();
  return [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => new URL(src, address).href);
}

/** One cold visit with the processor slowed down: transfer and what the person would feel. */
export async function visit(browser, { origin, path, cookie }) {
  const { context, page, client, transferred } = await opened(browser, { viewport: USUAL, cookie, origin });
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  await page.addInitScript(observe);
  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  const bytes = { all: transferred(), scripts: transferred(await scriptsOf(page, `${origin}${path}`)) };
  const box = page.locator("main input").first();
  if (await box.isVisible().catch(() => false)) await box.pressSequentially("sarta", { delay: 60 });
  await page.waitForTimeout(400);
  const seen = await page.evaluate(() => globalThis.benchSeen);
  await context.close();
  return { bytes, ...seen };
}

/** How many requests a page makes ahead of time when all its links are in view, and how many links to profiles those are. */
export async function prefetches(browser, { origin, path, cookie }) {
  const { context, page } = await opened(browser, { viewport: TALL, cookie, origin });
  let count = 0;
  page.on("request", (request) => {
    const headers = request.headers();
    if (headers["next-router-prefetch"] || headers.purpose === "prefetch" || headers["sec-purpose"]) count += 1;
  });
  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  await page.waitForTimeout(500);
  const links = await page.locator('main a[href^="/persone/"]').count();
  await context.close();
  return { links, requests: count };
}

export const openBrowser = (executablePath) => chromium.launch({ executablePath, args: ["--no-sandbox"] });
