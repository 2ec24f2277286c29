import { expect, test } from "vitest";
import { samePage } from "./same-page";

test.each([
  ["/", "/en"],
  ["/persone", "/en/people"],
  ["/persone/ricerche", "/en/people/searches"],
  ["/persone/ada-neri", "/en/people/ada-neri"],
  ["/associazioni/nuova", "/en/associations/new"],
  ["/associazioni/cantiere/gestione/domande/7", "/en/associations/cantiere/manage/applications/7"],
  ["/privacy", "/en/privacy"],
  ["/persone/ada-neri/altro", "/en/persone/ada-neri/altro"],
  ["/persone/a%2Fb", "/en/people/a%2Fb"],
  ["/enrico", "/en/enrico"],
])("%s is the page %s in English, and back", (it, en) => {
  expect(samePage(it, "en")).toBe(en);
  expect(samePage(en, "it")).toBe(it);
  expect(samePage(en, "en")).toBe(en);
});
