const typographic = (text) => text.replaceAll("'", "’");
const isAcronym = (text) => /^\p{Lu}{2}/u.test(text);
const lowered = (text) => (isAcronym(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** «[figlio/figlia]» in one gender: the first form is masculine. */
export const agreed = (text, gender) => text.replace(/\[([^/\]]*)\/([^\]]*)\]/g, gender === "f" ? "$2" : "$1");

/** A template of names.json with its placeholders filled and its forms agreed. */
export function filled(template, { gender, comp, comp2, place, interest, trade, years }) {
  const label = typographic(comp.label.it);
  const parts = {
    Comp: label,
    comp: lowered(label),
    comp2: lowered(typographic(comp2.label.it)),
    place: typographic(place.name.it),
    aPlace: typographic(place.locative),
    interest: typographic(interest),
    trade,
    years,
  };
  const text = template.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
  return agreed(text, gender);
}

const OFFERS = [
  "{Comp}: un’ora di confronto",
  "Una mano con {comp}",
  "Do un parere su {comp}",
  "{Comp}, un pomeriggio al mese",
];
const ASKS = [
  "Cerco chi sappia di {comp}",
  "Due consigli su {comp}",
  "{Comp}: mi serve aiuto",
  "Un contatto per {comp}",
];

/** Title of an offer or an ask about a competence. */
export function exchangeTitle(chance, side, competence) {
  const label = typographic(competence.label.it);
  return chance
    .pick(side === "OFFER" ? OFFERS : ASKS)
    .replace("{Comp}", label)
    .replace("{comp}", lowered(label));
}
