import { describe, expect, it } from "vitest";
import { keyOf, stemOf, tokensOf } from "./rules";

describe("words", () => {
  it.each([
    ["commercialista", "commercialisti", "commercialiste"],
    ["sviluppatore", "sviluppatrice", "sviluppatori", "sviluppatrici"],
    ["avvocato", "avvocata", "avvocati", "avvocate", "avvocatessa"],
    ["dottore", "dottoressa", "dottori"],
    ["medico", "medica", "medici", "mediche"],
    ["psicologo", "psicologa", "psicologi", "psicologhe", "psicologia"],
    ["notaio", "notaia", "notai", "notaie"],
    ["parrucchiere", "parrucchiera", "parrucchieri"],
    ["agenzia", "agenzie"],
    ["vino", "vini"],
    ["lawyer", "lawyers"],
    ["company", "companies"],
    ["coach", "coaches"],
    ["organisation", "organization", "organisations", "organizations"],
    ["colour", "color", "colours"],
    ["divisa", "divise"],
  ])("of one family have one stem: %s, %s …", (...family) => {
    expect(new Set(family.map(stemOf)).size).toBe(1);
  });

  it.each([
    ["moda", "modo"],
    ["sala", "salo"],
    ["nota", "notaio"],
    ["business", "busine"],
    ["cer", "cera"],
  ])("%s and %s do not meet", (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });

  it.each([
    ["Cerco un’avvocata a Bologna", ["avvocata", "bologna"]],
    ["dott.ssa commercialista", ["commercialista"]],
    ["avv. e ing.", ["avvocato", "ingegnere"]],
    ["no-profit", ["nonprofit"]],
    ["enti non profit", ["enti", "nonprofit"]],
    ["E-commerce", ["ecommerce"]],
    ["M&A", ["mna"]],
    ["sig.ra Bianchi", ["bianchi"]],
    ["di la", ["di", "la"]],
    ["", []],
  ])("«%s» counts as %j", (text, tokens) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(tokens);
  });

  it("notice what may be a code of province", () => {
    expect(tokensOf("Imola (BO) MI bo").map(({ text, written }) => [text, written])).toEqual([
      ["imola", null],
      ["bo", "bracketed"],
      ["mi", "capitals"],
      ["bo", null],
    ]);
  });

  it("make one key in any order", () => {
    expect(keyOf(["web", "svilupp"])).toBe(keyOf(["svilupp", "web"]));
  });
});
