import { demoPerson } from "./database";
import { expect, test } from "./fixtures";

const VISITORS = [
  ["/persone", "Persone"],
  ["/persone?q=commercialista+a+Bologna", "commercialista a Bologna · Persone"],
  ["/en/people?q=commercialista+a+Bologna", "commercialista a Bologna · People"],
  ["/persone?c=tax-advice&place=BO&side=offers", "Consulenza fiscale · Bologna · Ha un «offro» · Persone"],
  ["/en/people?c=tax-advice&place=toscana&side=offers", "Tax advice · Tuscany · Has an offer · People"],
  ["/persone?association=la-morsa", "La Morsa · Persone"],
  ["/persone?view=map", "Mappa · Persone"],
  ["/en/people?q=restauro&view=table", "restauro · Table · People"],
  ["/persone?q=restauro&view=map&sort=name&after=nowhere", "restauro · Mappa · Persone"],
  ["/persone?sort=newest", "Persone"],
  ["/persone?side=givesMe", "Persone"],
  ["/persone?near=Paperopoli", "Persone"],
  ["/persone?q=resta%E2%80%AEuro", "Persone"],
  ["/progetti", "Progetti"],
  ["/progetti?q=lavatoio&sort=due", "lavatoio · Progetti"],
  ["/progetti?q=lava%E2%80%AEtoio", "Progetti"],
  ["/progetti?competence=accounting&state=active", "Cerca Contabilità · In corso · Progetti"],
  ["/en/projects?q=lavatoio&after=nowhere", "lavatoio · Projects"],
] as const;

test("a search is called by what it looks for, in the language of the page", async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  for (const [path, title] of VISITORS) {
    await page.goto(path);
    await expect(page, path).toHaveTitle(`${title} · Tessera`);
  }
});

test("what compares people with oneself is in the title of members alone", async ({ as }) => {
  const page = await as(await demoPerson("samira-el-fassi"));
  await page.goto("/persone?side=givesMe");
  await expect(page).toHaveTitle("Offre quello che cerchi · Persone · Tessera");
});

test("search engines are to leave searches out, and previews of links repeat nothing that was typed", async ({
  as,
}) => {
  const page = await as(null, { javaScriptEnabled: false });
  const robots = page.locator('meta[name="robots"]');
  for (const list of ["/persone", "/en/people", "/progetti", "/en/projects"]) {
    await page.goto(list);
    await expect(robots).toHaveCount(0);
    for (const search of ["q=comprate", "q=comprate&after=nowhere", "after=nowhere"]) {
      await page.goto(`${list}?${search}`);
      await expect(robots).toHaveAttribute("content", "noindex, follow");
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${list}$`));
      expect(await page.locator("meta[content*=comprate]").count(), `${list}?${search}`).toBe(0);
    }
  }
});
