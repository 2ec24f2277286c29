import * as z from "zod";
import {
  checkbox,
  day,
  line,
  oneOf,
  optional,
  paragraph,
  rows,
  slug,
  webAddress,
  wholeNumber,
} from "@/lib/form/scalars";
import { placeNamed } from "@/lib/taxonomy/place/rules";
import { competenceNamed } from "@/lib/taxonomy/rules";
import { NEED_KINDS, PROJECT_KINDS } from "./types";

export const TITLE_CHARS_MAX = 80;
export const PURPOSE_CHARS_MAX = 300;
export const DESCRIPTION_CHARS_MAX = 4_000;
export const FOR_WHOM_CHARS_MAX = 160;
export const NEED_CHARS_MAX = 90;
export const DELIVERABLE_CHARS_MAX = 120;
export const SEATS_MAX = 20;
export const HOURS_MAX = 2_000;
export const NEEDS_PROPOSED_MAX = 8;
export const DELIVERABLES_PROPOSED_MAX = 5;
export const RESULT_CHARS_MIN = 40;
export const RESULT_CHARS_MAX = 4_000;
export const NOTE_CHARS_MAX = 500;
export const WHY_TOGETHER_CHARS_MAX = 400;
export const VALUES_SERVED_MAX = 3;
const VALUE_CHARS_MAX = 120;
export const EVIDENCE_CHARS_MAX = 500;
export const LESSONS_CHARS_MAX = 2_000;
export const RESULT_LINKS_MAX = 5;
export const LINK_CHARS_MAX = 80;

/** A text that the taxonomy must know, as its slug. */
const known = (slugOf: (text: string) => string | null) =>
  optional(z.string().refine((text) => text.trim() === "" || slugOf(text) !== null, "choose")).transform(
    (text) => text && slugOf(text),
  );

const minutes = optional(wholeNumber(1, HOURS_MAX)).transform((hours) => hours && hours * 60);

const needFields = {
  title: line(NEED_CHARS_MAX, 3),
  kind: oneOf(NEED_KINDS),
  competence: known(competenceNamed),
  seats: optional(wholeNumber(1, SEATS_MAX)).transform((seats) => seats ?? 1),
  isCritical: checkbox(),
  due: optional(day()),
  hours: minutes,
};
const deliverableFields = { title: line(DELIVERABLE_CHARS_MAX, 3), due: optional(day()) };
/** Position on the page, for refusals that come after the blank rows are gone. */
const row = { row: z.number() };

/** A row counts as soon as something was written in it: what a select or a number says by itself does not. */
const written = (names: readonly string[]) => (value: unknown) =>
  Array.isArray(value)
    ? value.map((entry: Record<string, unknown> | undefined, i) =>
        names.some((name) => String(entry?.[name] ?? "").trim() !== "") ? { ...entry, row: i } : null,
      )
    : value;

/** Without any row, the first one is what is missing: that is where one can write. */
const someRow = (all: readonly unknown[], context: z.RefinementCtx) => {
  if (all.length === 0) context.addIssue({ code: "custom", path: [0, "title"], message: "required" });
};

const needs = z
  .preprocess(
    written(["title", "competence", "due", "hours", "isCritical"]),
    rows(z.strictObject({ ...needFields, ...row }), { min: 0, max: NEEDS_PROPOSED_MAX }),
  )
  .superRefine(someRow);
const deliverables = z
  .preprocess(
    written(["title", "due"]),
    rows(z.strictObject({ ...deliverableFields, ...row }), { min: 0, max: DELIVERABLES_PROPOSED_MAX }),
  )
  .superRefine(someRow);

/** Fields of these forms that may repeat. */
export const PROJECT_LISTS = ["values"] as const;

/** Slugs, or names where a charter has a value of its own. */
export const values = rows(line(VALUE_CHARS_MAX), { min: 0, max: VALUES_SERVED_MAX });

/** A project brought forward: nothing without a purpose (promise P36). */
export const proposeInput = z.strictObject({
  title: line(TITLE_CHARS_MAX, 5),
  association: optional(slug()),
  kind: oneOf(PROJECT_KINDS),
  purpose: paragraph(PURPOSE_CHARS_MAX, 20),
  forWhom: line(FOR_WHOM_CHARS_MAX, 0),
  whyTogether: paragraph(WHY_TOGETHER_CHARS_MAX, 0).optional().default(""),
  values,
  description: paragraph(DESCRIPTION_CHARS_MAX, 0),
  place: known(placeNamed),
  isMembersOnly: checkbox(),
  contentLocale: oneOf(["it", "en"]),
  /** The ended project it takes up again. */
  continues: optional(slug()),
  needs,
  deliverables,
});
export type ProposeInput = z.output<typeof proposeInput>;

const project = { slug: slug() };

/** Where the owner sends the project; an idea that becomes a proposal, and concluding, have forms of their own. */
export const moveInput = z.strictObject({
  ...project,
  to: oneOf(["FEASIBILITY", "ACTIVE", "SUSPENDED", "ABANDONED"]),
  note: paragraph(NOTE_CHARS_MAX, 0).optional(),
});
export type MoveInput = z.output<typeof moveInput>;

const links = z.preprocess(
  written(["label", "url"]),
  rows(z.strictObject({ label: line(LINK_CHARS_MAX, 0), url: webAddress(), ...row }), {
    min: 0,
    max: RESULT_LINKS_MAX,
  }),
);

/** What came of it, in words anybody can read (rule PJ7, promise P33); what one learned, and where there is more. */
export const concludeInput = z.strictObject({
  ...project,
  result: paragraph(RESULT_CHARS_MAX, RESULT_CHARS_MIN),
  lessons: paragraph(LESSONS_CHARS_MAX, 0),
  links,
});
export type ConcludeInput = z.output<typeof concludeInput>;

export const addNeedInput = z.strictObject({ ...project, ...needFields });
export type AddNeedInput = z.output<typeof addNeedInput>;

export const addDeliverableInput = z.strictObject({ ...project, ...deliverableFields });
export type AddDeliverableInput = z.output<typeof addDeliverableInput>;

/** What was handed over, and by what one sees it. */
export const deliverInput = z.strictObject({
  ...project,
  deliverableId: z.uuid("invalid"),
  evidence: paragraph(EVIDENCE_CHARS_MAX, 10),
  evidenceUrl: optional(webAddress()),
});
export type DeliverInput = z.output<typeof deliverInput>;
