import * as z from "zod";
import { dayOf } from "@/lib/core/duration";
import { day, email, id, line, mustTick, paragraph, personName, slug } from "@/lib/form/scalars";
import { REASON_CHARS_MAX, REASON_CHARS_MIN } from "../invitation/schema";
import { type Listed, partsOf } from "./rules";

export const IMPORT_LINES_MAX = 200;
export const LIST_CHARS_MAX = 40_000;
const FAULTS_TOLD_MAX = 20;

/**
 * The list as it was pasted, a person a line: each faulty line is told by its number, and the rest stays as it is. The same
 * address twice is one person.
 */
const list = () =>
  z.string("required").transform((text, context): Listed[] => {
    const lines = text.slice(0, LIST_CHARS_MAX).split(/\r?\n/);
    const numbered = lines.flatMap((words, i) => (words.trim() === "" ? [] : [{ words, number: i + 1 }]));
    if (numbered.length === 0) context.addIssue({ code: "custom", message: "required" });
    if (numbered.length > IMPORT_LINES_MAX || text.length > LIST_CHARS_MAX)
      context.addIssue({ code: "custom", message: "tooMany", params: { max: IMPORT_LINES_MAX } });
    const read = numbered.map(({ words, number }) => ({ number, ...readLine(words) }));
    const faults = read.flatMap(({ number, fault }) => (fault ? [{ number, fault }] : []));
    for (const { number, fault } of faults.slice(0, FAULTS_TOLD_MAX))
      context.addIssue({ code: "custom", message: fault, params: { line: number } });
    const byEmail = new Map(read.flatMap(({ listed }) => (listed ? [[listed.email, listed] as const] : [])));
    return [...byEmail.values()];
  });

function readLine(words: string): { listed?: Listed; fault?: "lineEmail" | "lineName" } {
  const parts = partsOf(words);
  const address = email().safeParse(parts.email);
  if (!address.success) return { fault: "lineEmail" };
  const name = personName().safeParse(parts.name);
  return name.success ? { listed: { name: name.data, email: address.data } } : { fault: "lineName" };
}

const past = () =>
  day().superRefine((value, context) => {
    const today = dayOf(new Date());
    if (value > today)
      context.addIssue({
        code: "custom",
        message: "dayTooLate",
        params: { by: new Date(`${today}T00:00:00Z`).getTime() },
      });
  });

/** The members an association had already, who agreed to be written to: how, and when, somebody declares (rules RF1, C4). */
export const importInput = z
  .strictObject({
    associationSlug: slug(),
    lines: list(),
    reason: paragraph(REASON_CHARS_MAX, REASON_CHARS_MIN),
    consentHow: line(200, 10),
    consentOn: past(),
    declares: mustTick(),
  })
  .transform(({ declares: _declared, ...rest }) => rest);
export type ImportInput = z.output<typeof importInput>;

export const importIdInput = z.strictObject({ importId: id() });
export type ImportIdInput = z.output<typeof importIdInput>;
