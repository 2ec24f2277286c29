import * as z from "zod";
import { checkbox, day, id, line, oneOf, optional, paragraph, rows, slug } from "@/lib/form/scalars";
import { placeNamed } from "@/lib/taxonomy/place/rules";
import { competenceNamed } from "@/lib/taxonomy/rules";
import { LANGUAGE_CODES } from "@/lib/taxonomy/types";
import { VALUES } from "@/lib/taxonomy/value/rules";
import { AUDIENCES, EXCHANGE_KINDS, PROFILE_FIELDS, type ProfileField, REACHES } from "./types";

/** Longest texts, in characters as a person counts them. */
export const LIMITS = {
  name: 80,
  headline: 120,
  about: 600,
  story: 2000,
  valueBrought: 600,
  audience: 400,
  vision: 1000,
  exchange: 140,
} as const;

/** Most rows of each kind. */
export const ROWS = { competences: 12, exchanges: 10, values: 7 } as const;

/** A name typed or picked in a list, as the slug it stands for. */
const named = (slugOf: (text: string) => string | null) =>
  line(120).transform((text, context) => {
    const found = slugOf(text);
    if (found === null) context.addIssue({ code: "custom", message: "choose" });
    return found ?? "";
  });

const place = () => optional(named(placeNamed));
const competence = () => named(competenceNamed);
const value = () => oneOf(VALUES.map((one) => one.slug) as [string, ...string[]]);
const level = () => oneOf(["1", "2", "3", "4"]).transform(Number);
const competences = () =>
  rows(z.strictObject({ name: competence(), level: level() }), { min: 0, max: ROWS.competences, typed: ["name"] });

export const whoInput = z.strictObject({
  name: line(LIMITS.name),
  headline: line(LIMITS.headline, 0),
  about: paragraph(LIMITS.about, 0),
  story: paragraph(LIMITS.story, 0),
  place: place(),
  languages: z.array(oneOf(LANGUAGE_CODES)),
  contentLocale: oneOf(["it", "en"]),
});

export const valueInput = z.strictObject({
  valueBrought: paragraph(LIMITS.valueBrought, 0),
  competences: competences(),
});

export const tiesInput = z.strictObject({ audience: paragraph(LIMITS.audience, 0), shown: z.array(slug()) });

export const trustInput = z.strictObject({
  vision: paragraph(LIMITS.vision, 0),
  values: rows(value(), { min: 0, max: ROWS.values }),
});

export const exchangeInput = z.strictObject({
  side: oneOf(["OFFER", "ASK"]),
  kind: oneOf(EXCHANGE_KINDS),
  title: line(LIMITS.exchange),
  competence: optional(competence()),
  untilOn: optional(day()),
});

export const exchangeEditInput = exchangeInput.omit({ side: true }).extend({ id: id() });
export const exchangeIdInput = z.strictObject({ id: id() });

const audience = () => oneOf(AUDIENCES);
const audiences = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, audience()])) as Record<
  ProfileField,
  ReturnType<typeof audience>
>;
export const privacyInput = z
  .strictObject({ reach: oneOf(REACHES), isAskable: checkbox(), ...audiences })
  .transform(({ reach, isAskable, ...chosen }) => ({ reach, isAskable, audiences: chosen }));

export const photoInput = z.strictObject({ photo: z.instanceof(File, { message: "file" }) });
export const nothingInput = z.strictObject({});

export const stepInput = z.strictObject({ step: oneOf(["1", "2", "3", "4"]).transform(Number) });

/** The light forms of the welcome: the same fields, fewer. */
export const welcomeInputs = {
  who: z.strictObject({ headline: line(LIMITS.headline, 0), about: paragraph(LIMITS.about, 0), place: place() }),
  value: z.strictObject({
    valueBrought: paragraph(LIMITS.valueBrought, 0),
    competences: competences(),
    offer: optional(line(LIMITS.exchange)),
  }),
  ties: z.strictObject({ audience: paragraph(LIMITS.audience, 0), isPublic: checkbox() }),
  trust: trustInput,
} as const;

export type WhoInput = z.output<typeof whoInput>;
export type ValueInput = z.output<typeof valueInput>;
export type TiesInput = z.output<typeof tiesInput>;
export type TrustInput = z.output<typeof trustInput>;
export type ExchangeInput = z.output<typeof exchangeInput>;
export type ExchangeEditInput = z.output<typeof exchangeEditInput>;
export type PrivacyInput = z.output<typeof privacyInput>;
export type WelcomeInput = { [Part in keyof typeof welcomeInputs]: z.output<(typeof welcomeInputs)[Part]> };
