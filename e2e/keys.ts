import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

const TABS_MAX = 160;

/** Walks with Tab until somewhere is reached, and holds every stop on the way to being seen. */
export async function walkTo(page: Page, goal: Locator) {
  await expect(goal).toBeAttached();
  for (let step = 0; step < TABS_MAX; step += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    expect(await unseenFocus(page), "where the focus is cannot be seen").toBeNull();
  }
  throw new Error(`${TABS_MAX} presses of Tab do not lead there`);
}

/** What has the focus without showing it, in short; null when it shows. */
async function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const isRinged = (seen: Element | null) => {
      if (!seen) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(seen);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    };
    // The button inside a date field wears the browser's own ring, which the field does not tell of.
    if (element.matches("input[type=date]")) return null;
    return isRinged(element) || isRinged(element.closest("label")) ? null : element.outerHTML.slice(0, 120);
  });
}

export async function enter(page: Page, goal: Locator) {
  await walkTo(page, goal);
  await page.keyboard.press("Enter");
}

export async function type(page: Page, goal: Locator, words: string) {
  await walkTo(page, goal);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(words);
}

export async function tick(page: Page, goal: Locator) {
  await walkTo(page, goal);
  await page.keyboard.press("Space");
  await expect(goal).toBeChecked();
}

/** A day typed into a date field: whether the day or the month comes first is for the browser's own language to say. */
export async function typeDay(page: Page, goal: Locator, day: string) {
  await walkTo(page, goal);
  const [year, month, date] = day.split("-");
  await page.keyboard.type(`${date}${month}${year}`);
  if ((await goal.inputValue()) === day) return;
  for (let part = 0; part < 3; part += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(`${month}${date}${year}`);
}

export const main = (page: Page) => page.getByRole("main");
