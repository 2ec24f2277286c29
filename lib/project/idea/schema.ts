import * as z from "zod";
import { checkbox, line, oneOf, optional, paragraph, slug } from "@/lib/form/scalars";
import { broughtFields, mustName, named } from "../offer/schema";
import {
  FOR_WHOM_CHARS_MAX,
  PURPOSE_CHARS_MAX,
  proposeInput,
  TITLE_CHARS_MAX,
  values,
  WHY_TOGETHER_CHARS_MAX,
} from "../schema";
import { PROJECT_KINDS } from "../types";

/** An idea asks fewer papers than a proposal: what, for whom, why not alone (promise P59). */
export const openIdeaInput = z.strictObject({
  title: line(TITLE_CHARS_MAX, 5),
  association: optional(slug()),
  kind: oneOf(PROJECT_KINDS),
  purpose: paragraph(PURPOSE_CHARS_MAX, 20),
  forWhom: line(FOR_WHOM_CHARS_MAX, 3),
  whyTogether: paragraph(WHY_TOGETHER_CHARS_MAX, 20),
  values,
  isMembersOnly: checkbox(),
  contentLocale: oneOf(["it", "en"]),
});
export type OpenIdeaInput = z.output<typeof openIdeaInput>;

/** «Ci sto», with a competence or a contact, named (rule PJ3). */
export const joinIdeaInput = z
  .strictObject({ slug: slug(), ...broughtFields })
  .superRefine(mustName)
  .transform(named);
export type JoinIdeaInput = z.output<typeof joinIdeaInput>;

export const ideaInput = z.strictObject({ slug: slug() });
export type IdeaInput = z.output<typeof ideaInput>;

/** The papers of a proposal; where it belongs and who may see it stay as they were. */
export const becomeInput = proposeInput
  .omit({ association: true, isMembersOnly: true, continues: true })
  .extend({ slug: slug() });
export type BecomeInput = z.output<typeof becomeInput>;
