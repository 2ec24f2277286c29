import { readFileSync } from "node:fs";
import { inRoot } from "../../scripts/lib/root.mjs";
import { chanceOf, shuffled, weighted, zipf } from "./chance.mjs";

const read = (file) => JSON.parse(readFileSync(inRoot(file), "utf8"));
const byWeight = (entries) => weighted(entries, ({ weight }) => weight);

function groupedBy(entries, keyOf) {
  const groups = new Map();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

/** Everything rows are made of. `competenceIds` maps slugs to the keys this database gave them. */
export function vocabularyOf(seed, competenceIds) {
  const { competences } = read("lib/taxonomy/data/competences.json");
  const { municipalities } = read("lib/taxonomy/data/places.json");
  const { values } = read("lib/taxonomy/data/values.json");
  const { interests } = read("prisma/seed/data/demo-world.json");
  const names = read("bench/data/names.json");
  const ranked = shuffled(competences, chanceOf(seed, "popularity", 0)).map((one) => ({
    ...one,
    id: competenceIds.get(one.slug),
  }));
  return {
    /** Most popular first. */
    competences: ranked,
    competence: zipf(ranked),
    hardCompetence: zipf(ranked.filter(({ kind }) => kind === "hard")),
    place: weighted(municipalities, ({ population }) => population),
    value: zipf(shuffled(values, chanceOf(seed, "values", 0))),
    firstName: byWeight(names.firstNames),
    surname: byWeight(names.surnames),
    headlines: groupedBy(names.headlineTemplates, ({ area }) => area ?? ""),
    sentences: groupedBy(names.bioSentences, ({ part }) => part),
    interests: interests.map(({ label }) => label.it.toLowerCase()),
    trades: names.trades,
    companies: names.companyNames,
    projectTitle: projectTitles(names.projectTitleParts),
  };
}

/** A topic fits a head only if the head takes its preposition. */
function projectTitles({ heads, topics, settings }) {
  const topicsFor = new Map(heads.map((head) => [head, topics.filter(({ prep }) => head.takes.includes(prep))]));
  return (chance) => {
    const head = chance.pick(heads);
    const topic = chance.pick(topicsFor.get(head));
    return [head.text, topic.text, ...(chance.is(0.5) ? [chance.pick(settings)] : [])].join(" ");
  };
}
