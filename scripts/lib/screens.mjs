import fs from "node:fs";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { provideChromium } from "./chromium.mjs";
import { Problem } from "./problem.mjs";
import { inRoot } from "./root.mjs";

const accounts = JSON.parse(fs.readFileSync(inRoot("prisma/seed/demo-accounts.json"), "utf8"));
const folder = inRoot("docs/screens");
const sizes = { 1280: 900, 360: 740 };
const themes = ["light", "dark"];

/** The main pages: who looks, where, and the link to follow from there. */
const pages = [
  { name: "index", path: "/" },
  { name: "persone", path: "/persone?q=commercialista" },
  { name: "profilo", path: "/persone/samira-el-fassi" },
  { name: "associazione", path: "/associazioni/la-morsa" },
  { name: "candidati", path: "/associazioni/la-morsa/candidati", who: "member" },
  { name: "referenti", path: "/associazioni/la-morsa/gestione/domande", who: "steward", follow: /Giulia Hu/ },
  { name: "proponi-progetto", path: "/progetti/nuovo", who: "member" },
  { name: "progetto", path: "/progetti/sentiero-edicole" },
  { name: "bacheca", path: "/bacheca", who: "steward" },
  { name: "accedi", path: "/accedi" },
  { name: "404", path: "/non-esiste" },
];

/** Takes every page in every size and theme; says how many and how large. */
export async function takeScreens(baseURL) {
  const executablePath = await provideChromium();
  if (!executablePath) throw new Problem("Pictures need a Chromium: install one, or name it in CHROMIUM.");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  try {
    for (const who of new Set(pages.map((page) => page.who))) await takeAs(browser, baseURL, who);
  } finally {
    await browser.close();
  }
  const files = fs.readdirSync(folder);
  const bytes = files.reduce((sum, file) => sum + fs.statSync(`${folder}/${file}`).size, 0);
  return `${files.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`;
}

async function takeAs(browser, baseURL, who) {
  const look = { baseURL, locale: "it-IT", timezoneId: "Europe/Rome", reducedMotion: "reduce", deviceScaleFactor: 1 };
  const context = await browser.newContext(look);
  const page = await context.newPage();
  if (who) await signIn(page, who);
  for (const { name, path, follow } of pages.filter((one) => one.who === who)) {
    for (const theme of themes) {
      await context.addCookies([{ name: "theme", value: theme, url: baseURL }]);
      await open(page, { path, follow });
      for (const [width, height] of Object.entries(sizes))
        await take(page, { width: Number(width), height, file: `${name}-${width}-${theme}.png` });
    }
  }
  await context.close();
}

async function signIn(page, role) {
  const account = accounts.find((one) => one.role === role);
  await page.goto("/accedi");
  const form = page.getByRole("form", { name: "Con la password" });
  await form.getByRole("textbox", { name: "E-mail" }).fill(account.email);
  await form.getByRole("textbox", { name: "Password" }).fill(account.password);
  await form.getByRole("button", { name: "Accedi" }).click();
  await page.waitForURL("**/bacheca");
}

async function open(page, { path, follow }) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path, { waitUntil: "networkidle" });
  if (!follow) return;
  await page.getByRole("main").getByRole("link", { name: follow }).first().click();
  await page.getByRole("heading", { name: follow }).first().waitFor();
}

/**
 * The whole page, in a window as tall as it is, so that what sticks to the window's edges is at the page's. Few colours,
 * since that is what the pages have.
 */
async function take(page, { width, height, file }) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => document.fonts.ready);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
  const few = { palette: true, colours: 48, effort: 10, compressionLevel: 9, dither: 0 };
  await sharp(picture).png(few).toFile(`${folder}/${file}`);
}
