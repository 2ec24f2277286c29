import { findChromium } from "../../scripts/lib/chromium.mjs";
import { tokenOf, viewersOf } from "../generator/sessions.mjs";
import { openBrowser, prefetches, visit } from "../measure/browser.mjs";
import { median } from "../measure/statistics.mjs";
import { suggestions } from "../measure/suggestions.mjs";

const VISITS = 3;

/** Medians of some cold visits. */
async function visits(browser, request) {
  const seen = [];
  for (let i = 0; i < VISITS; i++) seen.push(await visit(browser, request));
  const middle = (of) => median(seen.map(of));
  return {
    scripts: middle(({ bytes }) => bytes.scripts),
    transfer: middle(({ bytes }) => bytes.all),
    lcp: middle(({ lcp }) => lcp),
    cls: Math.max(...seen.map(({ cls }) => cls)),
    blocking: middle(({ blocking }) => blocking),
    interaction: middle(({ interaction }) => interaction),
  };
}

/** The directory in a browser beside the empty page; null where no Chromium runs. */
export async function seePages({ origin, world }) {
  const program = findChromium();
  if (!program) return null;
  const browser = await openBrowser(program);
  const common = { origin, cookie: tokenOf(viewersOf(world)[7] ?? 0) };
  try {
    return {
      version: browser.version(),
      empty: await visits(browser, { ...common, path: "/bench/empty" }),
      directory: await visits(browser, { ...common, path: "/persone" }),
      suggestions: await suggestions(browser, { ...common, path: "/persone" }),
      prefetch: await prefetches(browser, { ...common, path: "/persone" }),
    };
  } finally {
    await browser.close();
  }
}
