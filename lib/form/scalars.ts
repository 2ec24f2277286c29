import * as z from "zod";
import { lengthOf } from "@/lib/core/text";

/**
 * The building blocks of every form. A browser sends strings: these trim, bound and convert them.
 * Messages are keys of the `validation` namespace; bounds travel as parameters.
 */
const bounded = (min: number, max: number, value: string) => {
  const length = lengthOf(value);
  if (length === 0 && min > 0) return "required";
  return length < min ? "tooShort" : length > max ? "tooLong" : null;
};

const text = (min: number, max: number) => (value: string, context: z.RefinementCtx) => {
  const code = bounded(min, max, value);
  if (code) context.addIssue({ code: "custom", message: code, params: { min, max } });
};

/** One line, trimmed, inner spaces single. Length in graphemes. */
export const line = (max: number, min = 1) =>
  z
    .string("required")
    .transform((value) => value.normalize("NFC").replace(/\s+/g, " ").trim())
    .superRefine(text(min, max));

// What cannot be seen and so makes two names look the same.
const INVISIBLE = /[\u200B-\u200F\u2060-\u2064\u00AD]/u;
const NAME_CHARS_MAX = 80;

/** A person's real name: one line with letters in it and nothing hidden between them. */
export const personName = () =>
  line(NAME_CHARS_MAX, 2).refine(
    (value) => value === "" || (/\p{L}/u.test(value) && !INVISIBLE.test(value)),
    "characters",
  );

/** Somebody, as a username or a whole name: lib/directory/whom reads which. */
export const whom = () => line(NAME_CHARS_MAX);

/** Several lines, trimmed, line ends as \n. Length in graphemes. */
export const paragraph = (max: number, min = 1) =>
  z
    .string("required")
    .transform((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .superRefine(text(min, max));

/** A whole number typed by a person; empty is missing, never zero. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string("required")
    .trim()
    .min(1, { error: "required", abort: true })
    .regex(/^-?\d{1,9}$/, "notANumber")
    .transform(Number)
    .superRefine((value, context) => {
      if (value < min || value > max) context.addIssue({ code: "custom", message: "outOfRange", params: { min, max } });
    });

/** An empty or absent field becomes null; anything else passes through the given schema, with its own sentences. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined || String(value).trim() === "" ? null : value), z.nullable(schema));

/** A calendar day as a date input sends it. */
export const day = () => z.string("required").min(1, "required").pipe(z.iso.date("notADay"));

/** One of a closed list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, "choose");

/** A checkbox: present when ticked. */
export const checkbox = () =>
  z
    .literal("on", "invalid")
    .optional()
    .transform((value) => value === "on");

/** A checkbox without which one does not go on. */
export const mustTick = () => z.literal("on", "mustTick");

export const id = () => z.uuid("invalid");

/** The last part of one of our addresses. */
export const slug = () => z.string("invalid").regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "invalid");

/** An address on the web that anybody may open: https, by a name. */
export const webAddress = () =>
  z
    .string()
    .trim()
    .max(500, "notAUrl")
    .pipe(z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: "notAUrl" }));

export const email = () =>
  z.string("required").trim().toLowerCase().min(1, "required").max(254, "notAnEmail").pipe(z.email("notAnEmail"));

/** A file is no row of fields: nobody typed nothing there. */
const textsOf = (row: unknown, typed: readonly string[] | undefined): unknown[] =>
  row === null || typeof row !== "object" || row instanceof Blob
    ? [row]
    : Object.entries(row).flatMap(([name, value]) => (!typed || typed.includes(name) ? [value] : []));

type Bounds = {
  readonly min: number;
  readonly max: number;
  /** The fields somebody types in: with these empty the row is blank, whatever its selects say. All of them, when absent. */
  readonly typed?: readonly string[];
};

/** Rows of a form (`needs.0.title`, `needs.1.title`, or `lines.0`): those left blank are dropped, so a page may offer more than are needed. */
export const rows = <Schema extends z.ZodType>(row: Schema, { min, max, typed }: Bounds) => {
  const isBlank = (value: unknown) => textsOf(value, typed).every((text) => String(text ?? "").trim() === "");
  return z
    .array(
      z.preprocess((value) => (isBlank(value) ? null : value), z.nullable(row)),
      "invalid",
    )
    .default([])
    .transform((all) => all.filter((value) => value !== null))
    .superRefine((all, context) => {
      if (all.length < min) context.addIssue({ code: "custom", message: "tooFew", params: { min } });
      if (all.length > max) context.addIssue({ code: "custom", message: "tooMany", params: { max } });
    });
};
