import { describe, expect, it } from "vitest";
import { understand } from "./rules";

const groupsOf = (query: string) => understand(query).competenceGroups.map((group) => group.toSorted().join(" "));

const ACCOUNTANT = "accounting tax-advice";
const NONPROFIT = "nonprofit-accounting nonprofit-law nonprofit-management";

describe("understanding: competences", () => {
  it.each<[query: string, ...groups: string[]]>([
    // Labels, synonyms and job titles; gender, number, accents.
    ["commercialista", ACCOUNTANT],
    ["commercialisti", ACCOUNTANT],
    ["Dott.ssa commercialista", ACCOUNTANT],
    ["dottoressa commercialista", "tax-advice"],
    ["fiscalità", "tax-advice"],
    ["fiscalita", "tax-advice"],
    ["FISCALITÀ", "tax-advice"],
    ["tasse", "tax-advice"],
    ["sviluppatrice web", "web-development"],
    ["sviluppatori web", "web-development"],
    ["web, sviluppatore", "web-development"],
    ["avvocato", "legal-advice"],
    ["avvocata", "legal-advice"],
    ["avvocati", "legal-advice"],
    ["avv. divorzista", "family-law"],
    ["avvocato lavoro", "labour-law"],
    ["notai", "notarial-services"],
    ["psicologhe", "psychology"],
    ["psicologo del lavoro", "work-psychology"],
    ["falegnami", "woodworking"],
    ["restauratrice di mobili", "furniture-restoration"],
    ["liutaia", "instrument-making"],
    ["infermiere", "nursing"],
    ["medici di famiglia", "general-medicine"],
    ["assistenti sociali", "social-work"],
    ["consulente del lavoro", "payroll"],
    ["buste paga", "payroll"],
    ["revisore legale", "statutory-audit"],
    ["europrogettisti", "european-projects"],
    ["bilancio d’esercizio", "annual-accounts"],
    ["ascolto attivo", "active-listening"],
    ["ing. strutturista", "structural-engineering"],
    // The thing, the trouble, the tool instead of the trade.
    ["rubinetto", "plumbing"],
    ["arnie", "beekeeping"],
    ["boats", "boating"],
    ["C.E.R.", "energy-communities"],
    ["M & A advisor", "mergers-acquisitions"],
    ["attacchi di panico", "psychotherapy"],
    ["mailchimp", "email-marketing"],
    ["lawer", "legal-advice"],
    ["programmatore C++", "software-engineering"],
    ["programmatore c#", "software-engineering"],
    ["sviluppatore .NET", "software-engineering"],
    ["riparazione PC", "it-support"],
    ["esperto ai", "generative-ai machine-learning"],
    ["AI consultant", "generative-ai machine-learning"],
    ["aiuto ai compiti", "tutoring"],
    // The way people ask.
    ["mi serve un fotografo", "photography"],
    ["qualcuno che sappia fare un sito wordpress", "wordpress"],
    ["aprire una partita IVA", "freelance-tax"],
    ["siti internet", "web-development"],
    ["e-commerce", "ecommerce"],
    ["e commerce", "ecommerce"],
    ["full-stack", "full-stack-development"],
    ["babysitter", "childcare"],
    ["vini", "winemaking"],
    ["start up", "startup"],
    ["ingegnere informatico", "software-engineering"],
    ["direttore hotel", "hotel-management"],
    ["vendere online", "ecommerce"],
    // English.
    ["accountant", "accounting"],
    ["web developers", "web-development"],
    ["lawyers", "legal-advice"],
    ["tailor", "sartorial-tailoring"],
    ["app developer", "mobile-development"],
    ["IT support", "it-support"],
    // One typing error a word, in words of five letters or more; doubled letters are forgiven besides.
    ["comercialista", ACCOUNTANT],
    ["commercialsta", ACCOUNTANT],
    ["comercialisti", ACCOUNTANT],
    ["avocato", "legal-advice"],
    ["fotogafo", "photography"],
    ["psicolga", "psychology"],
    ["svilupatrice web", "web-development"],
    ["terzo setore", NONPROFIT],
    // A word of the same root.
    ["fotografare", "photography"],
    ["ristrutturare", "building-works restoration-architecture"],
    // Terms the taxonomy calls ambiguous.
    ["designer", "graphic-design product-design"],
    ["api", "backend-development beekeeping"],
    ["regista", "theatre video-production"],
    ["bilancio", "annual-accounts impact-assessment"],
    ["bilanci", "annual-accounts impact-assessment"],
    // Parts of terms, and areas.
    ["terzo settore", NONPROFIT],
    ["no profit", NONPROFIT],
    ["fisco", "accounting management-accounting statutory-audit tax-advice"],
    ["musica", "art-therapy music-performance music-teaching"],
    ["moda", "fashion-design sustainable-fashion"],
    ["sanità", "public-health telemedicine"],
    // Several words narrow.
    ["avvocato terzo settore", "legal-advice", NONPROFIT],
    ["commercialista terzo settore", ACCOUNTANT, NONPROFIT],
    ["traduttrice inglese", "translation", "english"],
    ["fotografo matrimoni", "photography", "wedding-planning"],
    ["lawyer for nonprofits", "legal-advice", NONPROFIT],
    ["ufficio stampa PR", "press-office", "public-relations"],
    // A group that another one implies adds nothing.
    ["avvocato diritto del lavoro", "labour-law"],
    ["liuteria violini", "instrument-making"],
  ])("«%s»", (query, ...groups) => {
    expect(groupsOf(query)).toEqual(groups);
    expect(understand(query).rest).toBe("");
  });

  it.each([
    "marta colnaghi",
    "Luca Bianchi",
    "Maria Villa",
    "Guido",
    "Ferrari",
    "Andrea Conti",
    "xyzzy",
    "12345",
    "cia",
    "salute",
    "consulente",
    "di",
    "la",
    "",
    "  ",
    "’«»!?",
  ])("«%s» names no competence", (query) => {
    expect(understand(query).competences).toEqual([]);
    expect(understand(query).places).toEqual([]);
  });

  it("prefers the terms of the language it is told, and falls back on the other", () => {
    expect(understand("sale", "it").competences.map(({ slug }) => slug)).not.toContain("sales-management");
    expect(understand("accountant", "it").competenceGroups).toEqual([["accounting"]]);
    expect(understand("commercialista", "en").competenceGroups).toEqual([["accounting", "tax-advice"]]);
  });

  it("is surest of whole terms, less of parts, less again of corrected words", () => {
    const sureness = (query: string) => understand(query).competences[0]?.confidence ?? 0;
    const queries = ["consulenza fiscale", "fiscalista", "fiscalsta", "fisco"];
    expect(queries.map(sureness)).toEqual(queries.map(sureness).toSorted((a, b) => b - a));
    expect(sureness("consulenza fiscale")).toBe(1);
    expect(sureness("fisco")).toBeLessThan(0.6);
  });

  it("says which words led to each competence and to which group it belongs", () => {
    const { competences } = understand("Avvocato del terzo settore");
    expect(competences[0]).toEqual({ slug: "legal-advice", confidence: 0.95, matched: "avvocato", group: 0 });
    expect(competences.filter(({ group }) => group === 1).map(({ matched }) => matched)).toContain("terzo settore");
  });

  it.each(["insegnante maestro mediatore educatore bilancio sicurezza dati", "perito perito perito ingegnere"])(
    "«%s» names no more than eight",
    (query) => {
      const { competences, competenceGroups } = understand(query);
      expect(competences.length).toBeLessThanOrEqual(8);
      expect(competenceGroups.every((group) => group.length > 0)).toBe(true);
      expect(competenceGroups.flat().toSorted()).toEqual(competences.map(({ slug }) => slug).toSorted());
    },
  );
});

describe("understanding: sentences", () => {
  it.each<[query: string, matched: string, ...slugs: string[]]>([
    // Terms of several words, with others in between that mean nothing.
    ["mi vengono attacchi frequenti di panico", "attacchi frequenti panico", "psychotherapy"],
    ["consulenza anche telefonica fiscale", "consulenza telefonica fiscale", "tax-advice"],
    // Words that name nothing by themselves, and tell something together.
    ["my team keeps arguing, how do we settle conflicts", "team arguing conflicts", "conflict-resolution"],
    // Two ways to say one thing: the surer counts.
    ["cnc machinist", "cnc machinist", "cnc-machining"],
  ])("«%s»: «%s»", (query, matched, ...slugs) => {
    const { competences } = understand(query);
    expect(competences.map((one) => one.slug)).toEqual(slugs);
    expect(competences.map((one) => one.matched)).toEqual(slugs.map(() => matched));
  });

  it("leaves out no word that means something by itself", () => {
    const placesIn = (query: string) => understand(query).places.map(({ ref }) => ref);
    expect(placesIn("consulenza Bologna fiscale")).toEqual(["bologna"]);
    expect(placesIn("consulenza MI fiscale")).toEqual(["MI"]);
    expect(placesIn("consulenza Ascoli fiscale")).toEqual(["ascoli-piceno"]);
    expect(understand("avvocato Rossi matrimonialista").rest).toBe("rossi");
  });

  it.each([
    "mi salta in mente",
    "il treno delle sette",
    "ho finito la vernice",
    "a lot of danger",
    "tira vento",
    "mangia poco",
    "Alberto Sordi",
    "brevi",
    "scade",
    "Cori",
  ])("«%s» is said in ordinary words, none a slip of a trade or a town", (query) => {
    const { competences, places } = understand(query);
    expect([...competences, ...places]).toEqual([]);
  });
});

describe("understanding: haste and abuse", () => {
  it("reads no more than the first words of a very long query", () => {
    const { tokens, competenceGroups } = understand(`avvocato ${"xyzzy ".repeat(10_000)}`);
    expect(tokens).toHaveLength(24);
    expect(competenceGroups).toEqual([["legal-advice"]]);
  });
});
