import type { Metadata } from "next";
import { isCleanText } from "@/lib/core/text";
import type { Target } from "@/lib/i18n/path-to";
import { alternatesOf } from "./alternates";

type ListPage = {
  target: Target;
  title: string;
  description: string;
  /** What is looked for, and how it is drawn, in words. */
  words: readonly string[];
  /** Whether the address is that of the list itself: nothing looked for, from its beginning. */
  isPlain: boolean;
};

/**
 * A search is called by what it looks for where whoever searches sees it: in the tab, among bookmarks, in the history. Search
 * engines, which leave searches out, and previews of links read of the list alone: anybody can write an address.
 */
export async function listMetadata({ target, title, description, words, isPlain }: ListPage): Promise<Metadata> {
  return {
    title: [...words.filter((one) => one !== "" && isCleanText(one)), title].join(" · "),
    description,
    openGraph: { siteName: "Tessera", type: "website", title, description },
    ...(await alternatesOf(target)),
    ...(isPlain ? {} : { robots: { index: false, follow: true } }),
  };
}
