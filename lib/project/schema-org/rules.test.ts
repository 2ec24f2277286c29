import { expect, test } from "vitest";
import type { Hand, ResultView } from "../result/types";
import { resultData } from "./rules";

const project = {
  ...{ title: "Il lavatoio", purpose: "Riaprirlo.", result: "È aperto.", locale: "it" },
  ...{ association: null, coHosts: [], place: null, startedAt: null, concludedAt: "2026-11-20T10:00:00Z" },
  owner: { name: "Ada Nascosta" },
} as unknown as ResultView["project"];
const bare = { project, links: [], hands: [] } as unknown as ResultView;
const url = "https://tessera.example/progetti/il-lavatoio/risultato";
const card = "https://tessera.example/api/results/il-lavatoio";
const told = (result: ResultView) => resultData(result, { url, card });
const withThat = (change: object) => ({ ...bare, project: { ...project, ...change } }) as ResultView;

test("P33: a result is told to search engines with what it was for and when it was published, without naming people", () => {
  expect(JSON.parse(told(bare))).toEqual({
    ...{ "@context": "https://schema.org", "@type": "CreativeWork", name: "Il lavatoio", abstract: "Riaprirlo." },
    ...{ text: "È aperto.", url, image: card, inLanguage: "it", datePublished: "2026-11-20T10:00:00Z" },
  });
  const rich = { place: "cremona", association: { slug: "a", name: "Cantiere", values: [] } };
  expect(JSON.parse(told(withThat(rich)))).toMatchObject({
    publisher: { name: "Cantiere" },
    locationCreated: { name: "Cremona" },
  });
  const joint = { ...rich, coHosts: [{ slug: "b", name: "Officina", values: [], since: "2026-11-01T10:00:00Z" }] };
  expect(JSON.parse(told(withThat(joint)))).toMatchObject({ publisher: [{ name: "Cantiere" }, { name: "Officina" }] });
  expect(told(withThat(rich))).not.toContain("Ada");
});

test("PV1: of people only those who signed with their own word, as they signed", () => {
  const hand = (name: string, isSigned: boolean) => ({ person: { name }, isSigned }) as unknown as Hand;
  const hands = [hand("Ada Lovelace", true), hand("B. R.", true), hand("Carla Nonchiesta", false)];
  expect(JSON.parse(told({ ...bare, hands })).contributor).toEqual([
    { "@type": "Person", name: "Ada Lovelace" },
    { "@type": "Person", name: "B. R." },
  ]);
});

test("a text cannot close the script it stands in", () => {
  expect(told(withThat({ result: "</script><script>alert(1)" }))).not.toContain("<");
});
