import { describe, expect, it } from "vitest";
import { understand } from "./rules";

const placesOf = (query: string) =>
  understand(query).places.map(({ type, ref, isAround }) => `${type} ${ref}${isAround ? " around" : ""}`);

describe("understanding: places", () => {
  it.each<[query: string, ...places: string[]]>([
    ["bologna", "municipality bologna"],
    ["a Bologna", "municipality bologna"],
    ["Bologna (BO)", "municipality bologna"],
    ["zona Bologna", "municipality bologna around"],
    ["zona Lombardia", "region lombardia"],
    ["dintorni di Monza", "municipality monza around"],
    ["bandi P.A. digitale"],
    ["G.B. Rossi"],
    ["zona sud di Milano", "municipality milano around"],
    ["lago di Como", "municipality como around"],
    ["Milano centro", "municipality milano"],
    ["città metropolitana di Bari", "province BA"],
    ["Salento", "province TA", "province LE", "province BR"],
    ["agriturismo in Valnerina", "province PG", "province TR"],
    ["in Maremma", "province VT", "province LI", "province GR"],
    ["Lunigiana", "province SP", "province MS"],
    ["idraulico sul lago di Garda", "province BS", "province TN", "province VR"],
    ["Lake Maggiore", "province NO", "province VB", "province VA"],
    ["nel Monferrato", "province AL", "province AT"],
    ["mazzo di fiori"],
    ["Val d’Aosta", "region valle-d-aosta"],
    ["provincia di Imola", "province BO"],
    ["Bologna e provincia", "province BO"],
    ["vicino a Reggio Emilia", "municipality reggio-nell-emilia around"],
    ["commercialista BO", "province BO"],
    ["commercialista bo", "province BO"],
    ["avvocato MI", "province MI"],
    ["Parma (PR)", "municipality parma"],
    ["ascoli", "municipality ascoli-piceno"],
    ["reggio", "municipality reggio-di-calabria", "municipality reggio-nell-emilia"],
    ["reggio calabria", "municipality reggio-di-calabria"],
    ["all’Aquila", "municipality l-aquila"],
    ["La Spezia", "municipality la-spezia"],
    ["Bozen", "municipality bolzano"],
    ["Florence", "municipality firenze"],
    ["brianza", "province CO", "province LC", "province MB"],
    ["emilia-romagna", "region emilia-romagna"],
    ["regione di Torino", "region piemonte"],
    ["Tuscany", "region toscana"],
    ["bolonga", "municipality bologna"],
    ["milno", "municipality milano"],
    ["milano o torino", "municipality milano", "municipality torino"],
    ["Alto Adige", "province BZ"],
    ["South Tyrol", "province BZ"],
    ["mi piace ballare"],
    ["un sito si fa"],
    ["non so cucinare"],
    ["un po’ di ceramica"],
    ["ceramista PO", "province PO"],
    ["arriva in treno"],
  ])("«%s»", (query, ...places) => {
    expect(placesOf(query)).toEqual(places);
  });

  it("leaves the rest to whoever searches texts", () => {
    expect(understand("Marta Colnaghi Milano")).toMatchObject({
      rest: "marta colnaghi",
      places: [{ type: "municipality", ref: "milano", matched: "milano" }],
      tokens: ["marta", "colnaghi", "milano"],
    });
    expect(understand("consulente bologna").rest).toBe("consulente");
    expect(understand("consulente fiscale xyzzy").rest).toBe("xyzzy");
  });
});
