import { expect, test } from "vitest";
import type { VisibleProfile } from "../types";
import { personData } from "./rules";

const bare = {
  name: "Ada",
  headline: "",
  about: "",
  placeSlug: null,
  languages: [],
  photoId: null,
} as unknown as VisibleProfile;
const where = { url: "https://tessera.example/persone/ada", photoBase: "https://tessera.example/api/files/" };

test("PV1: search engines are told only what the page shows", () => {
  expect(JSON.parse(personData(bare, where))).toEqual({
    "@context": "https://schema.org",
    "@type": "Person",
    name: "Ada",
    url: where.url,
  });
  const rich = { ...bare, headline: "Liutaia", placeSlug: "cremona", languages: ["it"], photoId: "7" };
  expect(JSON.parse(personData(rich, where))).toMatchObject({
    jobTitle: "Liutaia",
    address: { addressLocality: "Cremona" },
    image: `${where.photoBase}7`,
  });
});

test("a name cannot close the script it stands in", () => {
  expect(personData({ ...bare, name: "</script><script>alert(1)" }, where)).not.toContain("<");
});
