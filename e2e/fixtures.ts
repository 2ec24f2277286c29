import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { closeDatabase, mailsTo, mintSession, type Person } from "./database";

type Options = BrowserContextOptions & { theme?: "light" | "dark" };
type Fixtures = {
  /** A page of their own for somebody: a person who is signed in, or null for a visitor. */
  as: (person: Person | null, options?: Options) => Promise<Page>;
};

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
export const sizes = { phone: PHONE, desk: DESK };

/** Every page opened in a test must stay free of console errors, page errors and policy violations. */
export const test = base.extend<Fixtures, { database: undefined }>({
  // Once a worker, which goes on from one spec to the next.
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern, also of a fixture that needs no other
    async ({}, use) => {
      await use(undefined);
      await closeDatabase();
    },
    { scope: "worker", auto: true },
  ],
  as: async ({ browser, baseURL }, use) => {
    const problems: string[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (person, { theme, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: baseURL ?? "", viewport: DESK, ...options });
      contexts.push(context);
      const cookies: { name: string; value: string; url: string }[] = [];
      if (person) cookies.push({ name: "tessera", value: await mintSession(person.accountId), url: baseURL ?? "" });
      if (theme) cookies.push({ name: "theme", value: theme, url: baseURL ?? "" });
      if (cookies.length > 0) await context.addCookies(cookies);
      const page = await context.newPage();
      page.on("console", (message) => {
        const isMissing = /status of 404/.test(message.text());
        if (message.type() === "error" && !isMissing) problems.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(problems).toEqual([]);
  },
});

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA and its best practices, in short; or against some of its rules. */
export async function violationsOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(STANDARDS)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`),
  );
}

/** Whether the page can be pushed sideways: it must not, at any width. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** The newest mail to an address that speaks of something, waited for: mails are written by a job. */
export async function expectMail(email: string, about: string, after = new Date(0)): Promise<string> {
  const texts = async () => (await mailsTo(email, after)).map(({ subject, text }) => `${subject}\n${text}`);
  const find = async () => (await texts()).find((text) => text.includes(about));
  await expect.poll(find, { message: `a mail to ${email} about ${about}` }).toBeDefined();
  return (await find()) ?? "";
}

export { expect };
