import { PROFILE_FIELDS } from "@/lib/member/types";

/** One audience for every field of a profile, as the form sends them. */
export const AUDIENCES = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, "MEMBERS"]));

export const EXCHANGE = { kind: "SKILL", title: "Una mattina di misure", competence: "", untilOn: "" };

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The smallest photograph there is. */
export const PHOTO = new File([Buffer.from(PIXEL, "base64")], "foto.png", { type: "image/png" });
