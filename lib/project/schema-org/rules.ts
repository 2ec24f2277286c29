import { placeLabel } from "@/lib/taxonomy/place/rules";
import type { ResultView } from "../result/types";
import type { AssociationRef } from "../types";

const publishersOf = (carriers: readonly AssociationRef[]) => {
  const all = carriers.map(({ name }) => ({ "@type": "Organization", name }));
  return all.length === 1 ? all[0] : all;
};

const personOf = (name: string) => ({ "@type": "Person", name });

type Addresses = {
  readonly url: string;
  /** Of the picture shown beside a link. */
  readonly card: string;
};

/**
 * What search engines are told of a published result, as JSON-LD: nothing the page does not show a visitor, and of people those
 * alone who signed it with their own word, as they signed.
 */
export function resultData({ project, links, hands }: ResultView, { url, card }: Addresses): string {
  const { title, purpose, result, locale, association, coHosts, place, startedAt, concludedAt } = project;
  const signed = hands.filter(({ isSigned }) => isSigned).map(({ person }) => personOf(person.name));
  const data = {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    name: title,
    abstract: purpose,
    text: result,
    url,
    image: card,
    inLanguage: locale,
    ...(startedAt && { dateCreated: startedAt }),
    ...(concludedAt && { datePublished: concludedAt }),
    ...(association && { publisher: publishersOf([association, ...coHosts]) }),
    ...(place && { locationCreated: { "@type": "Place", name: placeLabel(place, "it") } }),
    ...(signed.length > 0 && { contributor: signed }),
    ...(links.length > 0 && { citation: links.map((link) => link.url) }),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
