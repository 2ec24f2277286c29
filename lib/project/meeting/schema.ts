import * as z from "zod";
import { day, id, line, oneOf, optional, slug, webAddress } from "@/lib/form/scalars";

export const MEETING_TITLE_CHARS_MAX = 120;
export const MEETING_PLACE_CHARS_MAX = 200;

const clock = z.string("required").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "required");
const fields = {
  slug: slug(),
  title: line(MEETING_TITLE_CHARS_MAX, 3),
  on: day(),
  from: clock,
  to: clock,
  place: line(MEETING_PLACE_CHARS_MAX, 0),
  link: optional(webAddress()),
};

/** A day and two hours of it, as people in Italy read them. */
export const callMeetingInput = z.strictObject(fields);
export type CallMeetingInput = z.output<typeof callMeetingInput>;

export const changeMeetingInput = z.strictObject({ ...fields, meetingId: id() });
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>;

export const meetingRefInput = z.strictObject({ slug: slug(), meetingId: id() });
export type MeetingRefInput = z.output<typeof meetingRefInput>;

export const answerMeetingInput = z.strictObject({ slug: slug(), meetingId: id(), answer: oneOf(["YES", "NOT_NOW"]) });
export type AnswerMeetingInput = z.output<typeof answerMeetingInput>;
