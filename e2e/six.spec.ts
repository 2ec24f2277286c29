import type { Page } from "@playwright/test";
import { aPerson, brokenInvariants, type Person, sql } from "./database";
import { expect, expectMail, overflows, sizes, test, violationsOn } from "./fixtures";
import { aGroupOf } from "./group";
import { inMonths, press, said } from "./membership";
import {
  answerOffer,
  askOfList,
  askToCarry,
  carryToo,
  closeCommitment,
  conclude,
  confirm,
  cover,
  declare,
  dreamAlong,
  type Ending,
  expectBlocked,
  fillPlan,
  offer,
  openDream,
  openFeasibility,
  type Seat,
  sign,
  start,
  unfold,
} from "./project";

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

const SEATS: readonly Seat[] = [
  { title: "Saldare i telai", competence: "Saldatura", seats: 2, isCritical: true },
  { title: "Rifare le sedute", competence: "Tappezzeria", isCritical: true },
  { title: "Chi avvisi la scuola", kind: "Contatto" },
];
const WHY = "Alla festa di quartiere hai rifatto le sedute di trenta panche, e qui serve la stessa pazienza.";
const TASK = "Prendere le misure dei telai";
const MEETING = "Prima sera in officina";
const WELDED = "Saldati dodici telai";
const PADDED = "Rifatte dodici sedute";

type Hand = { person: Person; page: Page };
type Six = { anna: Hand; bruno: Hand; carla: Hand; dario: Hand; elena: Hand; fabio: Hand };
type World = Six & { slug: string; title: string; start: Date; a: Group; b: Group };
type Group = { slug: string; name: string };

const mailed = ({ person }: Hand, about: string, { start }: Pick<World, "start">) =>
  expectMail(person.email, about, start);

/** Somebody of A dreams it; two more, and it is a proposal whose seat asks for what one of them brought. */
async function fromDreamToProposal({ anna, bruno, carla, title, a, start }: Omit<World, "slug">): Promise<string> {
  const slug = await openDream(anna.page, title, a.name);
  await dreamAlong(bruno.page, slug, { competence: "Saldatura" });
  await mailed(anna, `${bruno.person.name} ci sta: «${title}»`, { start });
  await said(bruno.page, "Manca ancora una persona");
  await dreamAlong(carla.page, slug, { competence: "Contabilità" });
  await mailed(anna, `«${title}» ora può diventare una proposta`, { start });

  await anna.page.goto(`/progetti/${slug}/gestione`);
  await anna.page.getByRole("link", { name: "Scrivi la proposta" }).click();
  await fillPlan(anna.page, SEATS, "Dodici sedie in aula");
  await press(anna.page, "Fanne una proposta");
  await said(anna.page, "Il sogno è una proposta. Le offerte arrivano qui.");
  await mailed(carla, `«${title}», il sogno in cui ci sei, è una proposta`, { start });
  await mailed(bruno, `«${title}» è una proposta, e c’è un posto per quello che porti`, { start });
  await bruno.page.goto(`/progetti/${slug}`);
  await press(bruno.page, "Lo prendo");
  await said(bruno.page, "Il posto è tuo.");
  return slug;
}

/** B is asked, and its steward says yes. */
async function together(world: World) {
  const { anna, dario, slug, title, a, b } = world;
  await askToCarry(anna.page, slug, b.slug);
  await mailed(dario, `chiede a ${b.name} di portare insieme «${title}»`, world);
  await carryToo(dario.page, b.slug, title);
  await anna.page.goto(`/progetti/${slug}`);
  for (const { name } of [a, b]) await said(anna.page, name);
}

/** People of both offer; a «non ora» is read by whoever offered, and by nobody else. */
async function offers(world: World) {
  const { anna, carla, dario, fabio, slug, title } = world;
  await openFeasibility(anna.page, slug);
  await offer(carla.page, slug, "Chi avvisi la scuola", { contact: "Chi dirige la scuola elementare" });
  await mailed(anna, `${carla.person.name} si offre per «${title}»`, world);
  await answerOffer(anna.page, slug, carla.person, "Accetta");
  await mailed(carla, `Il tuo posto in «${title}» è confermato`, world);

  await offer(fabio.page, slug, "Rifare le sedute", { competence: "Saldatura" });
  await mailed(anna, `${fabio.person.name} si offre per «${title}»`, world);
  await answerOffer(anna.page, slug, fabio.person, "Non ora");
  await said(await gone(fabio.page, "/notifiche"), `«${title}»: per ora no. La porta resta aperta.`);
  for (const { page } of [carla, dario]) {
    await expect((await gone(page, `/progetti/${slug}`)).getByText(fabio.person.name)).toHaveCount(0);
    await expect((await gone(page, "/notifiche")).getByText(fabio.person.name)).toHaveCount(0);
  }

  await offer(fabio.page, slug, "Saldare i telai", { competence: "Saldatura" });
  await answerOffer(anna.page, slug, fabio.person, "Accetta");
  await mailed(fabio, `Il tuo posto in «${title}» è confermato`, world);
}

async function gone(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  return page;
}

/** What is not covered blocks the start and says so, until the one who is asked says yes. */
async function coverAndStart(world: World) {
  const { anna, elena, slug, title } = world;
  await expectBlocked(anna.page, slug);
  await anna.page.getByRole("link", { name: /^Chi potrebbe coprirlo ?: Rifare le sedute/ }).click();
  await askOfList(anna.page, elena.person, WHY);
  await said(anna.page, "Domanda inviata.");
  const mail = await mailed(elena, `ti chiede se puoi coprire «Rifare le sedute» in «${title}»`, world);
  expect(mail).not.toContain(WHY);
  const asked = mail.match(/\/progetti\/\S+\/bisogni\/\S+/)?.[0] ?? "";
  await said(await gone(elena.page, asked), WHY);
  await cover(elena.page, asked, { competence: "Tappezzeria" });
  await start(anna.page, slug);
}

/** One asks another for a task, and calls everybody to a meeting. */
async function work(world: World) {
  const { anna, bruno, carla, elena, slug, title } = world;
  const { page } = anna;
  await gone(page, `/progetti/${slug}/lavoro`);
  await unfold(page, "Aggiungi un’attività");
  await page.getByRole("textbox", { name: /^Che cosa c’è da fare/ }).fill(TASK);
  await press(page, "Aggiungi");
  await page.getByRole("main").getByRole("link", { name: TASK }).click();
  await page.getByRole("combobox", { name: "A chi" }).selectOption({ label: bruno.person.name });
  await press(page, "Proponi");
  await said(page, "Proposta. Diventa sua solo se la prende.");
  await mailed(bruno, `ti propone un’attività in «${title}»`, world);
  await press(await gone(bruno.page, `/progetti/${slug}/lavoro`), new RegExp(`^La prendo ?: ${TASK}$`));
  await said(bruno.page, "Ora è tua.");
  await bruno.page.getByRole("combobox", { name: `Dove sta ora: ${TASK}` }).selectOption({ label: "Fatte" });
  await press(bruno.page, new RegExp(`^Sposta ?: ${TASK}$`));
  await said(bruno.page, "Spostata.");

  await gone(page, `/progetti/${slug}/lavoro/incontri`);
  await unfold(page, "Proponi un incontro");
  await page.getByRole("textbox", { name: /^Di che incontro/ }).fill(MEETING);
  await page.locator("details[open]").getByLabel("Giorno").fill(inMonths(1));
  await page.getByRole("textbox", { name: /^Dalle/ }).fill("18:30");
  await page.getByRole("textbox", { name: /^Alle/ }).fill("19:30");
  await page.getByRole("textbox", { name: /^Luogo/ }).fill("In officina");
  await press(page, "Metti in programma");
  await said(page, "L’incontro è in programma. Chi partecipa è avvisato.");
  for (const hand of [bruno, carla, elena]) await mailed(hand, `propone un incontro di «${title}»`, world);
  await press(await gone(elena.page, `/progetti/${slug}/lavoro/incontri`), new RegExp(`^Ci sono ?: ${MEETING}$`));
  await said(elena.page, "Ci sei.");
}

/** Each says what they did, the other of the other association confirms it; each closes what they took on. */
async function deeds(world: World) {
  const { bruno, carla, elena, fabio, slug, title } = world;
  await declare(bruno.page, slug, WELDED, "6.5");
  await mailed(elena, `${bruno.person.name} ha dichiarato un contributo a «${title}»`, world);
  await declare(elena.page, slug, PADDED, "3");
  await mailed(bruno, `${elena.person.name} ha dichiarato un contributo a «${title}»`, world);
  await confirm(elena.page, slug, WELDED);
  await confirm(bruno.page, slug, PADDED);
  for (const { page } of [bruno, elena]) await closeCommitment(page, slug, "Fatto");
  for (const { page } of [carla, fabio]) await closeCommitment(page, slug, "In parte");
}

/** The result is published; each chooses how they are signed, and a visitor reads just that. */
async function resultOf(world: World, visitor: Page, isDesk: boolean) {
  const { anna, bruno, carla, elena, fabio, slug, title, a, b } = world;
  const ending: Ending = {
    result: `Dodici sedie sono tornate in aula, e tre persone hanno imparato a saldare. ${title}.`,
    lessons: "Chiedere alla scuola prima di comprare i pezzi: due misure erano sbagliate.",
    link: ["Come si salda un telaio", "https://example.org/telaio"],
  };
  await conclude(anna.page, slug, "Le sedie sono in aula, e la scuola le usa.", ending);
  for (const hand of [bruno, carla, elena, fabio]) await mailed(hand, `«${title}» è concluso: scegli come`, world);
  await sign(anna.page, slug, "Nome e cognome");
  await sign(bruno.page, slug, "Solo il nome");
  await sign(carla.page, slug, "Solo le iniziali");
  await sign(elena.page, slug, "Nome e cognome, con una competenza", "Tappezzeria");
  await sign(fabio.page, slug, "Nessuna firma");

  await gone(visitor, `/progetti/${slug}/risultato`);
  for (const words of [ending.result, ending.lessons, ending.link[0], a.name, b.name]) await said(visitor, words);
  const hands = visitor.getByRole("region", { name: "Chi ha contribuito, e con che cosa" });
  const named = await hands.getByRole("heading", { level: 3 }).allTextContents();
  const initials = carla.person.name.replace(/\p{Ll}+/gu, ".");
  const both = [anna.person.name, "Bruno", initials, `${elena.person.name}, Tappezzeria`];
  expect(named.filter((name) => name !== "Altre cose fatte").toSorted()).toEqual(both.toSorted());
  for (const { name } of [bruno.person, carla.person, fabio.person])
    await expect(visitor.getByText(name)).toHaveCount(0);
  if (isDesk) expect(await violationsOn(visitor)).toEqual([]);
  expect(await overflows(visitor)).toBe(false);
  for (const group of [a, b]) {
    await gone(visitor, `/associazioni/${group.slug}/progetti`);
    await expect(visitor.getByRole("main").getByRole("link", { name: title })).toBeVisible();
    await said(visitor, "Concluso");
  }
}

const WAYS = [
  ["with JavaScript, wide", { viewport: sizes.desk }, "Lodi", "Sedie di due officine"],
  ["without JavaScript, narrow", { viewport: sizes.phone, javaScriptEnabled: false }, "Riva", "Sedie di due quartieri"],
] as const;
const CAST = { anna: "Anna", bruno: "Bruno", carla: "Carla", dario: "Dario", elena: "Elena", fabio: "Fabio" } as const;
const SKILLED: Partial<Record<string, string>> = { bruno: "welding", elena: "upholstery", fabio: "welding" };

for (const [way, options, surname, title] of WAYS)
  test(`six people of two associations, from a dream to a result each signs as they like, ${way}`, async ({ as }) => {
    test.setTimeout(120_000);
    const hands = await Promise.all(
      Object.entries(CAST).map(async ([key, first]) => {
        const competence = SKILLED[key] ?? "accounting";
        const person = await aPerson(`${first} ${surname}`, { competence });
        return [key, { person, page: await as(person, options) }] as const;
      }),
    );
    const six = Object.fromEntries(hands) as Six;
    const { anna, bruno, carla, dario, elena, fabio } = six;
    const ids = hands.map(([, { person }]) => person.memberId);
    await sql("SELECT directory_refresh($1::uuid[])", [ids]);
    const aGroup = async (name: string, people: Hand[]) => ({
      slug: await aGroupOf(
        people.map(({ person }) => person),
        { name },
      ),
      name,
    });
    const a = await aGroup(`Officina ${surname}`, [anna, bruno, carla]);
    const b = await aGroup(`Bottega ${surname}`, [dario, elena, fabio]);
    const start = new Date();
    const slug = await fromDreamToProposal({ ...six, title, start, a, b });
    const world: World = { ...six, slug, title, start, a, b };
    await together(world);
    await offers(world);
    await coverAndStart(world);
    await work(world);
    await deeds(world);
    await resultOf(world, await as(null, options), options.viewport === sizes.desk);
  });
