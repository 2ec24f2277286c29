"use server";

import { getLocale } from "next-intl/server";
import { listOf } from "@/lib/core/text";
import { redirect } from "@/lib/i18n/navigation";
import { concludeProject, moveProject } from "@/lib/project/commands";
import { adoptProject, answerHandover, offerHandover, withdrawHandover } from "@/lib/project/handover/commands";
import {
  adoptInput,
  answerHandoverInput,
  offerHandoverInput,
  withdrawHandoverInput,
} from "@/lib/project/handover/schema";
import { readImport } from "@/lib/project/import/commands";
import { importInput } from "@/lib/project/import/schema";
import { acceptOffer, declineOffer, offerToNeed, withdrawOffer } from "@/lib/project/offer/commands";
import { offerInput, offerRefInput } from "@/lib/project/offer/schema";
import { addDeliverable, addNeed, markDelivered } from "@/lib/project/plan/commands";
import { proposeProject } from "@/lib/project/proposal/commands";
import * as schema from "@/lib/project/schema";
import { renewSeat } from "@/lib/project/term/commands";
import { renewSeatInput } from "@/lib/project/term/schema";
import { valueLabel } from "@/lib/taxonomy/value/rules";
import { formAction } from "./form-action";

type Place = "/projects/[slug]" | "/projects/[slug]/manage" | "/projects/[slug]/result";

/** Back to a page of the project, which says what was done. */
async function goTo(pathname: Place, slug: string, done: string): Promise<never> {
  return redirect({ href: { pathname, params: { slug }, query: { done } }, locale: await getLocale() });
}

const toPage = (done: string) => (_: unknown, input: { slug: string }) => goTo("/projects/[slug]", input.slug, done);
const toDesk = (done: string) => (value: { slug: string }) => goTo("/projects/[slug]/manage", value.slug, done);

export const proposeProjectAction = formAction({
  name: "app/_actions/project.ts#proposeProjectAction",
  schema: schema.proposeInput,
  lists: schema.PROJECT_LISTS,
  limit: { name: "proposeProject", max: 20, windowSeconds: 86_400 },
  command: proposeProject,
  onDone: ({ slug }) => goTo("/projects/[slug]/manage", slug, "proposed"),
});

/** Fills the form of a proposal; nothing is written. */
export const readImportAction = formAction({
  name: "app/_actions/project.ts#readImportAction",
  schema: importInput,
  limit: { name: "readImport", max: 60, windowSeconds: 3600 },
  command: async (actor, input) => readImport(actor, input, { language: await getLocale() }),
  onDone: async ({ values, leftOut }) => {
    const language = await getLocale();
    const names = listOf(
      leftOut.map((value) => valueLabel(value, language)),
      language,
    );
    const done = leftOut.length > 0 ? "project.import.doneWithout" : "project.import.done";
    return { done, params: { values: names }, start: values };
  },
});

export const moveProjectAction = formAction({
  name: "app/_actions/project.ts#moveProjectAction",
  schema: schema.moveInput,
  command: moveProject,
  onDone: ({ slug, state }) => goTo("/projects/[slug]/manage", slug, state.toLowerCase()),
});

export const concludeProjectAction = formAction({
  name: "app/_actions/project.ts#concludeProjectAction",
  schema: schema.concludeInput,
  command: concludeProject,
  onDone: ({ slug }) => goTo("/projects/[slug]/result", slug, "completed"),
});

export const addNeedAction = formAction({
  name: "app/_actions/project.ts#addNeedAction",
  schema: schema.addNeedInput,
  command: addNeed,
  onDone: toDesk("needAdded"),
});

export const addDeliverableAction = formAction({
  name: "app/_actions/project.ts#addDeliverableAction",
  schema: schema.addDeliverableInput,
  command: addDeliverable,
  onDone: toDesk("deliverableAdded"),
});

export const markDeliveredAction = formAction({
  name: "app/_actions/project.ts#markDeliveredAction",
  schema: schema.deliverInput,
  command: markDelivered,
  onDone: toDesk("delivered"),
});

export const offerToNeedAction = formAction({
  name: "app/_actions/project.ts#offerToNeedAction",
  schema: offerInput,
  limit: { name: "offerToNeed", max: 60, windowSeconds: 86_400 },
  command: offerToNeed,
  onDone: ({ slug }) => goTo("/projects/[slug]", slug, "offered"),
});

export const withdrawOfferAction = formAction({
  name: "app/_actions/project.ts#withdrawOfferAction",
  schema: offerRefInput,
  command: withdrawOffer,
  onDone: ({ slug, wasSeated, isReleased }) =>
    goTo("/projects/[slug]", slug, wasSeated ? (isReleased ? "withdrawn" : "leftLate") : "takenBack"),
});

export const renewSeatAction = formAction({
  name: "app/_actions/project.ts#renewSeatAction",
  schema: renewSeatInput,
  command: renewSeat,
  onDone: ({ slug }) => goTo("/projects/[slug]", slug, "renewed"),
});

export const acceptOfferAction = formAction({
  name: "app/_actions/project.ts#acceptOfferAction",
  schema: offerRefInput,
  command: acceptOffer,
  onDone: ({ slug, state }) => goTo("/projects/[slug]/manage", slug, state === "ACCEPTED" ? "accepted" : "queued"),
});

export const declineOfferAction = formAction({
  name: "app/_actions/project.ts#declineOfferAction",
  schema: offerRefInput,
  command: declineOffer,
  onDone: toDesk("declined"),
});

export const offerHandoverAction = formAction({
  name: "app/_actions/project.ts#offerHandoverAction",
  schema: offerHandoverInput,
  command: offerHandover,
  onDone: toDesk("handoverOffered"),
});

export const answerHandoverAction = formAction({
  name: "app/_actions/project.ts#answerHandoverAction",
  schema: answerHandoverInput,
  command: answerHandover,
  onDone: (_, input) => toPage(input.answer === "ACCEPTED" ? "handedOver" : "handoverRefused")(_, input),
});

export const withdrawHandoverAction = formAction({
  name: "app/_actions/project.ts#withdrawHandoverAction",
  schema: withdrawHandoverInput,
  command: withdrawHandover,
  onDone: toDesk("handoverWithdrawn"),
});

export const adoptProjectAction = formAction({
  name: "app/_actions/project.ts#adoptProjectAction",
  schema: adoptInput,
  command: adoptProject,
  onDone: toDesk("adopted"),
});
