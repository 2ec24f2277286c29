import { describe, expect, test } from "vitest";
import en from "@/lib/i18n/messages/en";
import it from "@/lib/i18n/messages/it";
import { detailIn, isMailed, leavesByMail } from "./rules";
import { CERTAIN_MAILS, NOTIFICATION_KINDS, OPTIONAL_MAILS, type Told } from "./types";

describe("what leaves by mail", () => {
  test.each(OPTIONAL_MAILS)("NT1: %s leaves unless switched off", (kind) => {
    expect([leavesByMail(kind, null), leavesByMail(kind, true), leavesByMail(kind, false)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each(CERTAIN_MAILS)("NT5: %s leaves whatever was chosen", (kind) => {
    expect([leavesByMail(kind, null), leavesByMail(kind, true), leavesByMail(kind, false)]).toEqual([true, true, true]);
  });

  test("everything else stays in the product", () => {
    const rest = NOTIFICATION_KINDS.filter((kind) => !isMailed(kind));
    expect(rest.length + OPTIONAL_MAILS.length + CERTAIN_MAILS.length).toBe(NOTIFICATION_KINDS.length);
    expect(rest.filter((kind) => leavesByMail(kind, true))).toEqual([]);
  });
});

test("every notification, and every mail, has its sentences in both languages", () => {
  for (const { notification } of [it, en]) {
    expect(Object.keys(notification.sentence).sort()).toEqual([...NOTIFICATION_KINDS].sort());
    expect(Object.keys(notification.mail.more).sort()).toEqual([...OPTIONAL_MAILS, ...CERTAIN_MAILS].sort());
    expect(Object.keys(notification.settings.kind).sort()).toEqual([...OPTIONAL_MAILS, ...CERTAIN_MAILS].sort());
  }
});

const ASSOCIATION = { slug: "cantiere", name: "Cantiere", values: [] };
const told = (kind: Told["kind"], rest: Partial<Told> = {}): Told => ({
  ...{ kind, subjectId: "s1", actor: null, association: ASSOCIATION, project: null, detail: "" },
  ...rest,
});

test("a saved search is named in words, anything else by its code", () => {
  const words = { language: "it" as const, say: (key: string) => `<${key}>` };
  const narrow = { detail: "q=liutaio&place=BO&association=cantiere&side=asks" };
  expect(detailIn(told("searchFound", narrow), words)).toBe("liutaio · Bologna · Cantiere · <side.asks>");
  expect(detailIn(told("searchFound", { ...narrow, association: null }), words)).toContain(" · cantiere · ");
  expect(detailIn(told("roleEnded", { detail: "STEWARD" }), words)).toBe("STEWARD");
});

test("a saved search stands in quotation marks: its own are the inner ones", () => {
  const words = { language: "it" as const, say: () => "Ha un «offro»" };
  const search = told("searchFound", { detail: "q=detta+%C2%ABla+rossa%C2%BB&side=offers", association: null });
  expect(detailIn(search, words)).toBe("detta “la rossa” · Ha un “offro”");
});
