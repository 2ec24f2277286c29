import { chanceOf, several } from "./chance.mjs";
import { filled } from "./words.mjs";

const COMPETENCES = 8;

/** Accents and apostrophes gone, words joined: «Niccolò D’Angelo» is niccolo-d-angelo. */
const slugOf = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");

/** Competences of the n-th member, their own first: different ones, drawn by popularity. */
export function skillsOf({ seed, vocabulary }, n) {
  return several(vocabulary.competence, COMPETENCES, chanceOf(seed, "skills", n));
}

/** Who the n-th member is: name, gender, handle, place. */
export function identityOf({ seed, vocabulary }, n) {
  const chance = chanceOf(seed, "identity", n);
  const first = vocabulary.firstName(chance);
  const name = `${first.name} ${vocabulary.surname(chance).name}`;
  const gender = first.gender === "u" ? chance.pick(["m", "f"]) : first.gender;
  return { name, gender, handle: `${slugOf(name)}-${n}`, place: vocabulary.place(chance) };
}

/** What the n-th member says: headline and the parts of a profile, at most one sentence of each kind. */
export function proseOf({ seed, vocabulary }, n) {
  const chance = chanceOf(seed, "prose", n);
  const { gender, place } = identityOf({ seed, vocabulary }, n);
  const skills = skillsOf({ seed, vocabulary }, n);
  const hard = skills.filter(({ kind }) => kind === "hard");
  const comp = hard[0] ?? vocabulary.hardCompetence(chance);
  const words = {
    gender,
    place,
    comp,
    comp2: hard[1] ?? comp,
    interest: chance.pick(vocabulary.interests),
    trade: chance.pick(vocabulary.trades),
    years: chance.between(3, 30),
  };
  const sentence = (part) => filled(chance.pick(vocabulary.sentences.get(part)).it, words);
  const own = vocabulary.headlines.get(skills[0].area);
  const template = chance.pick(own && chance.is(0.5) ? own : vocabulary.headlines.get(""));
  return {
    headline: filled(template.it, words),
    about: `${sentence("opening")} ${sentence("method")}`,
    story: chance.is(0.6) ? sentence("personal") : "",
    valueBrought: chance.is(0.7) ? sentence("offer") : "",
    audience: chance.is(0.7) ? sentence("ask") : "",
    vision: chance.is(0.4) ? sentence("closing") : "",
  };
}
