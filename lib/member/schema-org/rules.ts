import { placeLabel } from "@/lib/taxonomy/place/rules";
import type { VisibleProfile } from "../types";

type Where = { readonly url: string; readonly photoBase: string };

/** What search engines are told of a person who wants to be found by them, as JSON-LD: nothing the page does not show. */
export function personData(profile: VisibleProfile, { url, photoBase }: Where): string {
  const { name, headline, about, placeSlug, languages, photoId } = profile;
  const data = {
    "@context": "https://schema.org",
    "@type": "Person",
    name,
    url,
    ...(headline && { jobTitle: headline }),
    ...(about && { description: about }),
    ...(placeSlug && {
      address: { "@type": "PostalAddress", addressLocality: placeLabel(placeSlug, "it"), addressCountry: "IT" },
    }),
    ...(languages.length > 0 && { knowsLanguage: languages }),
    ...(photoId && { image: photoBase + photoId }),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
