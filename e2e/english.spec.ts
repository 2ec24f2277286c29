import { aPerson, brokenInvariants, sql } from "./database";
import { expect, expectMail, sizes, test } from "./fixtures";
import { aGroupOf, makeSteward, membershipOf } from "./group";
import { fillStatement, handIn, inMonths, press, said } from "./membership";
import { letCasePass, runJob } from "./time";

// The journeys of a membership in English, on a phone, where no script runs; each mail is read in the outbox, in English too.
const PHONE = { viewport: sizes.phone, javaScriptEnabled: false };
const someone = (name: string) => aPerson(name, { locale: "en" });

test.afterAll(async () => {
  expect(await brokenInvariants()).toEqual([]);
});

test("a founder founds and invites; whoever is invited comes in (M2, PT2)", async ({ as }) => {
  const [founder, invitee] = [await someone("Flora Founds"), await someone("Ines Invited")];
  const page = await as(founder, PHONE);
  const start = new Date();
  const name = `Workshop ${founder.handle.slice(-8)}`;
  await page.goto("/en/associations/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: /^In one sentence/ }).fill("We put the things of our street to use again");
  await page.getByRole("textbox", { name: /^Purpose/ }).fill("To repair together what can be repaired, before buying.");
  await page.getByRole("textbox", { name: /^For whom/ }).fill("Whoever lives here and wants to learn.");
  await page
    .getByRole("group", { name: "What we do", exact: true })
    .getByRole("textbox")
    .first()
    .fill("We open on Thursdays.");
  await page.getByRole("group", { name: "What we do not do" }).getByRole("textbox").first().fill("We do not sell.");
  for (const [i, label] of ["Care", "Trust", "Reciprocity"].entries()) {
    const value = page.getByRole("group", { name: `Value ${i + 1}`, exact: true });
    await value.getByRole("combobox", { name: /^From the list/ }).selectOption({ label });
    await value
      .getByRole("textbox", { name: /^What it means here/ })
      .fill("A thing is mended before it is thrown away.");
    await value.getByRole("textbox", { name: /^How it shows/ }).fill("The book of repairs lies open.");
  }
  const clause = page.getByRole("group", { name: "Clause 1", exact: true });
  await clause.getByRole("textbox", { name: /^Text/ }).fill("Tools go back where they were.");
  await page.getByRole("radio", { name: /^By invitation/ }).check();
  await fillStatement(page, { language: "en" });
  await page.getByRole("checkbox", { name: /^I say it in my own name/ }).check();
  await press(page, "Found and publish");
  await said(page, /^The association exists/);
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await page.goto(`/en/associations/${slug}/manage/invitations`);
  const form = page.locator("#invite");
  await form.getByRole("combobox", { name: /^Whom you invite/ }).fill(invitee.handle);
  await form
    .getByRole("textbox", { name: /^Why this person/ })
    .fill("I saw you mend a chair at the fair: here you would learn and teach.");
  await press(page, "Send the invitation");
  await said(page, /^Invitation sent\./);
  await expectMail(invitee.email, `Flora Founds invites you to ${name}`, start);

  const other = await as(invitee, PHONE);
  await other.goto("/en/applications");
  await other.getByRole("main").getByRole("link", { name: "Read and decide" }).click();
  await handIn(other, "Join the association", "en");
  await said(other, /^You belong to the association from now on\./);
  expect(await membershipOf(slug, invitee)).toBe("ACTIVE");
});

test("an applicant, a member who says a word, and two who decide (M4, M6)", async ({ as }) => {
  const [steward, second] = [await someone("Stella Steward"), await someone("Sam Second")];
  const [sponsor, person] = [await someone("Vera Vouches"), await someone("Alma Applies")];
  const slug = await aGroupOf([steward, second, sponsor], { deciders: 2, sponsors: 1 });
  await makeSteward(slug, second);
  const start = new Date();
  const page = await as(person, PHONE);
  await page.goto(`/en/associations/${slug}`);
  await page.getByRole("main").getByRole("link", { name: "Apply", exact: true }).first().click();
  await handIn(page, "Send the application", "en");
  await said(page, /^Application sent\./);
  const own = new URL(page.url()).pathname;
  await expectMail(second.email, "Alma Applies asks to join Banco di prova", start);
  await page.getByRole("combobox", { name: /^Who knows you/ }).fill(sponsor.handle);
  await press(page, "Ask");
  await said(page, /^Asked\./);

  await expectMail(sponsor.email, "Alma Applies asks you for a word to come into Banco di prova", start);
  const knows = await as(sponsor, PHONE);
  await knows.goto("/en/applications");
  await knows
    .getByRole("textbox", { name: /^What you know of this person/ })
    .fill("I saw her mend three bicycles in one afternoon.");
  await press(knows, "Say a word");
  await said(knows, "Your word is beside the application, with your name.");
  await page.goto(own);
  await said(page, "I saw her mend three bicycles in one afternoon.");

  for (const [decider, answer] of [
    [steward, /^Your yes is recorded/],
    [second, /^They belong to the association from now on\./],
  ] as const) {
    const desk = await as(decider, PHONE);
    await desk.goto(`/en/associations/${slug}/manage/applications`);
    await desk
      .getByRole("main")
      .getByRole("link", { name: /Alma Applies/ })
      .first()
      .click();
    await desk.getByRole("radio", { name: /^Admit/ }).check();
    await press(desk, "Decide and tell Alma Applies");
    await said(desk, answer);
  }
  await expectMail(person.email, "Your application is accepted: you belong to Banco di prova", start);
  expect(await membershipOf(slug, person)).toBe("ACTIVE");
});

test("a member pauses until a day, is asked on that day, and returns (M10)", async ({ as }) => {
  const [steward, person] = [await someone("Stella Stays"), await someone("Paula Pauses")];
  const slug = await aGroupOf([steward, person]);
  const start = new Date();
  const page = await as(person, PHONE);
  await page.goto(`/en/associations/${slug}/pledge`);
  await page
    .getByRole("main")
    .getByLabel(/^Until when you step back/)
    .fill(inMonths(1));
  await press(page, "Take a pause");
  await said(page, /^You are on a pause\./);
  await sql(
    `UPDATE "Membership" SET "pausedUntilOn" = (now() AT TIME ZONE 'Europe/Rome')::date, "stateSince" = now() - interval '20 days'
      WHERE "memberId" = $1`,
    [person.memberId],
  );
  await runJob("remindOfPauses");
  await expectMail(person.email, "Your pause in Banco di prova was meant to last until today", start);
  await page.goto(`/en/associations/${slug}/pledge`);
  await press(page, "Take up again");
  await said(page, /^You are back/);
  expect(await membershipOf(slug, person)).toBe("ACTIVE");
});

test("the last steward leaves, twice by mistake, and a member who is told steps up (M7, A4)", async ({ as }) => {
  const [steward, member] = [await someone("Lara Last"), await someone("Max Member")];
  const slug = await aGroupOf([steward, member]);
  const start = new Date();
  const [page, twin] = [await as(steward, PHONE), await as(steward, PHONE)];
  await page.goto(`/en/associations/${slug}/leave`);
  await twin.goto(`/en/associations/${slug}/leave`);
  await said(page, "You are the only one caring for it");
  await press(page, "Leave now and place it in custody");
  await said(page, /^You have left the association\. The platform keeps it now/);
  await press(twin, "Leave now and place it in custody");
  await said(twin, /^You have left the association\./);

  const mail = await expectMail(member.email, "Banco di prova is looking for someone to take care of it", start);
  expect(mail).toContain("If you take care of it, that holds at once");
  const other = await as(member, PHONE);
  await other.goto(`/en/associations/${slug}`);
  await press(other, "I will take care of it");
  await said(other, /^You are caring for it from now on\./);
});

test("whoever is excluded appeals, and somebody else undoes it (M9)", async ({ as }) => {
  const [opener, decider] = [await someone("Olga Opens"), await someone("Dario Decides")];
  const [judge, person] = [await someone("Jana Judges"), await someone("Ezra Excluded")];
  const slug = await aGroupOf([opener, decider, judge, person]);
  await makeSteward(slug, decider);
  await makeSteward(slug, judge);
  const start = new Date();
  const desk = await as(opener, PHONE);
  await desk.goto(`/en/associations/${slug}/manage/exclusions`);
  await desk.getByRole("combobox", { name: /^Whom it is about/ }).fill(person.handle);
  await desk.getByRole("combobox", { name: /^Which clause/ }).selectOption({ index: 0 });
  await desk
    .getByRole("textbox", { name: /^What happened/ })
    .fill("Three times the keys did not come back, after two promises.");
  await press(desk, "Open the case and tell them");
  await said(desk, /^The case is open\./);
  const path = new URL(desk.url()).pathname;

  await expectMail(person.email, "A case about you was opened in Banco di prova", start);
  const page = await as(person, PHONE);
  await page.goto(path);
  await page
    .getByRole("textbox", { name: /^Your words/ })
    .fill("I gave them to the next shift, two times out of three.");
  await press(page, "Answer");
  await said(page, /^Answer recorded\./);
  await letCasePass(path.split("/").at(-1) ?? "", 10);

  const reason = "The clause is clear, notice was given, and it happened three times in one month.";
  const decides = await as(decider, PHONE);
  await decides.goto(path);
  await decides.getByRole("radio", { name: /^Out/ }).check();
  await decides.getByRole("textbox", { name: /^The reason/ }).fill(reason);
  await press(decides, "Decide and tell them");
  await said(decides, /^Decided\./);
  expect(await membershipOf(slug, person)).toBe("EXCLUDED");

  await expectMail(person.email, "Banco di prova has decided on the case about you", start);
  await page.goto(path);
  await said(page, reason);
  await page
    .getByRole("textbox", { name: /^Why the decision is wrong/ })
    .fill("Two times out of three the next shift had them.");
  await press(page, "Appeal");
  await said(page, /^Appeal sent\./);
  const judges = await as(judge, PHONE);
  await judges.goto(path);
  await judges.getByRole("radio", { name: /^The exclusion falls/ }).check();
  await judges
    .getByRole("textbox", { name: /^The reason/ })
    .fill("The next shift confirms it: the keys were there two times out of three.");
  await press(judges, "Decide and tell them");
  await said(judges, /^Decided\./);
  await expectMail(person.email, "Banco di prova has decided on your appeal", start);
  expect(await membershipOf(slug, person)).toBe("ACTIVE");
});
