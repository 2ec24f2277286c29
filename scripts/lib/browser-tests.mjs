import path from "node:path";
import { provideChromium } from "./chromium.mjs";
import { sentenceOf } from "./problem.mjs";
import { openSite } from "./site.mjs";
import { show } from "./step.mjs";
import { countOne, countPlaywright, countRun } from "./tally.mjs";

const noBrowser =
  "The browser tests need a Chromium: install one (Debian: apt-get install chromium) or name it in CHROMIUM, then run npm test again.";

/** The journeys of e2e/, in a browser, on the production build and a database with the demo world. */
export async function browse({ server, folder, reports }) {
  const chromium = await provideChromium();
  if (!chromium) return failure(noBrowser);
  try {
    const site = await openSite(server, { name: "browser_tests", folder });
    const file = path.join(reports, "browser.json");
    const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
    const code = await show(args, { ...site, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    return countRun({ code, file, count: countPlaywright });
  } catch (error) {
    return failure(sentenceOf(error));
  }
}

function failure(sentence) {
  console.error(sentence);
  return countOne(false, sentence);
}
