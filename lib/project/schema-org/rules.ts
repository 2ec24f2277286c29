import { placeLabel } from "@/lib/taxonomy/place/rules";
import type { ProjectView } from "../page/types";
import type { AssociationRef } from "../types";

const publishersOf = (carriers: readonly AssociationRef[]) => {
  const all = carriers.map(({ name }) => ({ "@type": "Organization", name }));
  return all.length === 1 ? all[0] : all;
};

/** What search engines are told of a published result, as JSON-LD: nothing the page does not show a visitor, and no person. */
export function resultData(project: ProjectView, url: string): string {
  const { title, purpose, result, resultUrl, locale, association, coHosts, place, startedAt, concludedAt } = project;
  const data = {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    name: title,
    abstract: purpose,
    text: result,
    url,
    inLanguage: locale,
    ...(startedAt && { dateCreated: startedAt }),
    ...(concludedAt && { datePublished: concludedAt }),
    ...(association && { publisher: publishersOf([association, ...coHosts]) }),
    ...(place && { locationCreated: { "@type": "Place", name: placeLabel(place, "it") } }),
    ...(resultUrl && { sameAs: resultUrl }),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
