import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { applyToAssociation } from "@/lib/membership/application/commands";
import { acceptOffer, declineOffer, offerToNeed } from "@/lib/project/offer/commands";
import { aMemberOf, anAssociation, aPerson, papersFor } from "@/lib/testing/associations";
import { learns } from "@/lib/testing/members";
import { anOffer, makeProject } from "@/lib/testing/projects";
import { findHome } from "./queries";

const happenedTo = async (actor: Actor) => (await findHome(actor)).happenings.map(({ kind }) => kind);
const offerOf = ({ memberId }: Actor) => db.needOffer.findFirstOrThrow({ where: { memberId }, select: { id: true } });

test("a member finds their associations, projects, promises, and what they asked", async () => {
  const { id, slug } = await anAssociation();
  const member = await aMemberOf(id);
  const other = await anAssociation({ name: "Filo diretto" });
  await applyToAssociation(member, await papersFor(other.slug));
  const lead = await aPerson("Lea");
  const { needIds, slug: project } = await makeProject(lead);
  await learns(member, "accounting");
  await offerToNeed(member, anOffer(needIds[0] ?? ""));
  await acceptOffer(lead, { offerId: (await offerOf(member)).id });
  const home = await findHome(member);
  expect(home.associations).toMatchObject([{ slug, isPaused: false, roles: [] }]);
  expect(home.applications).toMatchObject([{ association: { slug: other.slug } }]);
  expect(home.projects).toMatchObject([{ slug: project, isLead: false, covered: 1 }]);
  expect(home.promises).toMatchObject([{ text: "Verifica strutturale", project: { slug: project } }]);
});

test("A2: what happens where one does not belong, or behind a members’ project, stays there", async () => {
  const { id, slug, steward } = await anAssociation();
  const member = await aMemberOf(id);
  const outsider = await aPerson("Ottavia Fuori");
  await makeProject(steward, { association: slug, title: "Solo per noi", isMembersOnly: true }, new Date());
  expect(await happenedTo(member)).toEqual(["project.proposed"]);
  expect(await happenedTo(outsider)).toEqual([]);
});

test("NT6, PT3: what was refused is in nobody’s news", async () => {
  const { id, slug, steward } = await anAssociation();
  const member = await aMemberOf(id);
  const { needIds } = await makeProject(steward, { association: slug }, new Date());
  const helper = await aPerson("Olmo", { competences: { accounting: 3 } });
  await offerToNeed(helper, anOffer(needIds[0] ?? ""));
  await declineOffer(steward, { offerId: (await offerOf(helper)).id });
  expect(await happenedTo(member)).toEqual(["project.proposed"]);
});
