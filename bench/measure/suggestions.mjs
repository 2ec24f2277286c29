/** Beginnings of words that a people's list should know. */
const WORDS = ["sart", "foto", "comm", "bolo", "idra"];
const FIELD = 'main [role="combobox"]';
/** How long scripts may take to make the field suggest. */
const READY_MS = 2000;
/** Between keys: longer than any pause after which a field asks, so that each key has its own answer. */
const PAUSE_MS = 700;

/** Runs in the page: milliseconds from each key to the first frame in which a suggestion can be seen; null until then. */
function watchKeys() {
  const seen = { took: null };
  globalThis.benchKeys = seen;
  let began = 0;
  const look = () => {
    const option = [...document.querySelectorAll('[role="option"]')].find((one) => one.checkVisibility());
    if (option) seen.took ??= performance.now() - began;
    else requestAnimationFrame(look);
  };
  const note = () => {
    const isFirst = began === 0;
    began = performance.now();
    if (isFirst) requestAnimationFrame(look);
  };
  document.addEventListener("keydown", note, { capture: true });
}

/** One word into a fresh page, key by key, until something is suggested; null where nothing ever is. */
async function timeWord(page, { address, word }) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(watchKeys);
  await page.locator(FIELD).first().focus({ timeout: READY_MS });
  for (const key of word) {
    await page.keyboard.press(key);
    await page.waitForTimeout(PAUSE_MS);
    const { took } = await page.evaluate(() => globalThis.benchKeys);
    if (took !== null) return took;
  }
  return null;
}

const hasField = (page) =>
  page
    .locator(FIELD)
    .first()
    .waitFor({ timeout: READY_MS })
    .then(
      () => true,
      () => false,
    );

/**
 * Milliseconds from a key to the first suggestion in view, for some words; null for a word that nothing is suggested for. The
 * whole is null where the page has no field that suggests.
 */
export async function suggestions(browser, { origin, path, cookie }) {
  const context = await browser.newContext();
  await context.addCookies([{ name: "tessera", value: cookie, url: origin }]);
  const page = await context.newPage();
  try {
    const address = `${origin}${path}`;
    await page.goto(address, { waitUntil: "networkidle" });
    if (!(await hasField(page))) return null;
    const taken = [];
    for (const word of WORDS) taken.push({ word, took: await timeWord(page, { address, word }) });
    return taken;
  } finally {
    await context.close();
  }
}
