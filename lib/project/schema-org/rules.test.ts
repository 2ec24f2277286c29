import { expect, test } from "vitest";
import type { ProjectView } from "../page/types";
import { resultData } from "./rules";

const bare = {
  ...{ title: "Il lavatoio", purpose: "Riaprirlo.", result: "È aperto.", resultUrl: null, locale: "it" },
  ...{ association: null, coHosts: [], place: null, startedAt: null, concludedAt: "2026-11-20T10:00:00Z" },
  owner: { name: "Ada Nascosta" },
} as unknown as ProjectView;
const url = "https://tessera.example/progetti/il-lavatoio/risultato";

test("P33: a result is told to search engines with what it was for and when it was published, without naming people", () => {
  expect(JSON.parse(resultData(bare, url))).toEqual({
    ...{ "@context": "https://schema.org", "@type": "CreativeWork", name: "Il lavatoio", abstract: "Riaprirlo." },
    ...{ text: "È aperto.", url, inLanguage: "it", datePublished: "2026-11-20T10:00:00Z" },
  });
  const rich = { ...bare, place: "cremona", association: { slug: "a", name: "Cantiere", values: [] } };
  expect(JSON.parse(resultData(rich, url))).toMatchObject({
    publisher: { name: "Cantiere" },
    locationCreated: { name: "Cremona" },
  });
  const joint = { ...rich, coHosts: [{ slug: "b", name: "Officina", values: [], since: "2026-11-01T10:00:00Z" }] };
  expect(JSON.parse(resultData(joint, url))).toMatchObject({ publisher: [{ name: "Cantiere" }, { name: "Officina" }] });
  expect(resultData(rich, url)).not.toContain("Ada");
});

test("a text cannot close the script it stands in", () => {
  expect(resultData({ ...bare, result: "</script><script>alert(1)" }, url)).not.toContain("<");
});
