import { describe, expect, it } from "vitest";
import {
  locative,
  MUNICIPALITIES,
  PROVINCES,
  placeLabel,
  placeNamed,
  placeOptions,
  placeRefLabel,
  placeWithProvince,
  provinceLabel,
  REGIONS,
  regionLabel,
  regionOf,
  widerPlace,
} from "./rules";

describe("the file of places", () => {
  it("lists 20 regions and 110 provinces, and each municipality lies in one of them", () => {
    expect([REGIONS.length, PROVINCES.length]).toEqual([20, 110]);
    expect(new Set(MUNICIPALITIES.map(({ slug }) => slug)).size).toBe(MUNICIPALITIES.length);
    for (const { slug, province } of MUNICIPALITIES) expect(regionOf(province), slug).not.toBeNull();
  });
});

describe("places", () => {
  it("are labelled in both languages, with curly apostrophes", () => {
    expect(placeLabel("firenze", "en")).toBe("Florence");
    expect(placeLabel("l-aquila", "it")).toBe("L’Aquila");
    expect(placeWithProvince("imola", "it")).toBe("Imola (BO)");
    expect(provinceLabel("RE", "it")).toBe("Reggio nell’Emilia");
    expect(regionLabel("toscana", "en")).toBe("Tuscany");
    expect(placeRefLabel({ type: "province", ref: "MI" }, "en")).toBe("Milan");
  });

  it("say where somebody is, as Italian wants it", () => {
    expect(locative("bologna", "it")).toBe("a Bologna");
    expect(locative("ancona", "it")).toBe("ad Ancona");
    expect(locative("l-aquila", "it")).toBe("all’Aquila");
    expect(locative("milano", "en")).toBe("in Milan");
  });

  it("widen step by step to the region", () => {
    const province = widerPlace({ type: "municipality", ref: "imola" });
    expect(province).toEqual({ type: "province", ref: "BO" });
    expect(province && widerPlace(province)).toEqual({ type: "region", ref: "emilia-romagna" });
    expect(widerPlace({ type: "region", ref: "emilia-romagna" })).toBeNull();
    expect(widerPlace({ type: "municipality", ref: "atlantide" })).toBeNull();
  });

  it.each([
    ["Imola (BO)", "imola"],
    ["imola", "imola"],
    ["Florence", "firenze"],
    ["L’Aquila (AQ)", "l-aquila"],
    ["Bozen", "bolzano"],
    ["Imola (MI)", null],
    ["Atlantide", null],
  ])("«%s» picked in a datalist is %s", (text, slug) => {
    expect(placeNamed(text)).toBe(slug);
  });

  it("offers each municipality once, and understands what it offers", () => {
    const options = placeOptions("it");
    expect(options).toHaveLength(MUNICIPALITIES.length);
    for (const { value, label } of options) expect(placeNamed(label), label).toBe(value);
  });
});
