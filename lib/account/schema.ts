import * as z from "zod";
import { lengthOf } from "@/lib/core/text";
import { email, id, line, mustTick, oneOf, optional, personName } from "@/lib/form/scalars";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "./password/rules";

/** A path of ours to go to once in; what it is worth is decided where it is followed (`ownPath`). */
const next = () => optional(z.string("invalid").max(500, "invalid"));
const token = () => z.string("invalid").min(1, "invalid").max(200, "invalid");

/** As it was typed: spaces and capitals are part of a password. */
const givenPassword = () =>
  z
    .string("required")
    .min(1, "required")
    .max(PASSWORD_CHARS_MAX * 4, "tooLong");

const newPassword = () =>
  givenPassword().superRefine((value, context) => {
    const length = lengthOf(value);
    const message = length < PASSWORD_CHARS_MIN ? "tooShort" : length > PASSWORD_CHARS_MAX ? "tooLong" : null;
    const params = { min: PASSWORD_CHARS_MIN, max: PASSWORD_CHARS_MAX };
    if (message && length > 0) context.addIssue({ code: "custom", message, params });
  });

export const linkInput = z.strictObject({ email: email(), next: next() });

export const signUpInput = z.strictObject({
  name: personName(),
  email: email(),
  isAdult: mustTick(),
  acceptsDocuments: mustTick(),
  next: next(),
});

export const confirmInput = z.strictObject({ email: email(), token: token(), next: next() });

export const passwordSignInInput = z.strictObject({ email: email(), password: givenPassword(), next: next() });

export const setPasswordInput = z.strictObject({
  currentPassword: optional(givenPassword()),
  password: newPassword(),
});

export const removePasswordInput = z.strictObject({ currentPassword: optional(givenPassword()) });

export const sessionInput = z.strictObject({ sessionId: id() });

export const localeInput = z.strictObject({ locale: oneOf(["it", "en"]) });

export const documentsInput = z.strictObject({ shown: line(200), accepts: mustTick() });

export const nothingInput = z.strictObject({});
