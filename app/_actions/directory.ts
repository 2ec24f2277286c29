"use server";

import { getLocale } from "next-intl/server";
import { forgetSearch, markSeen, saveSearch } from "@/lib/directory/saved/commands";
import { markSeenInput, saveSearchInput, searchIdInput } from "@/lib/directory/saved/schema";
import type { SearchDone } from "@/lib/directory/saved/types";
import { redirect } from "@/lib/i18n/navigation";
import { formAction } from "./form-action";

/** Each looks the search up, at most five pages of it: fewer of them an hour than of other forms. */
const LOOKS = { max: 120, windowSeconds: 3600 };

/** To one's searches, which say what was done. */
const toSearches = (done: SearchDone) => async (): Promise<never> =>
  redirect({ href: { pathname: "/people/searches", query: { done } }, locale: await getLocale() });

export const saveSearchAction = formAction({
  name: "app/_actions/directory.ts#saveSearchAction",
  schema: saveSearchInput,
  limit: { name: "saveSearch", ...LOOKS },
  command: saveSearch,
  onDone: toSearches("saved"),
});

export const markSeenAction = formAction({
  name: "app/_actions/directory.ts#markSeenAction",
  schema: markSeenInput,
  limit: { name: "markSeen", ...LOOKS },
  command: markSeen,
  onDone: toSearches("seen"),
});

export const forgetSearchAction = formAction({
  name: "app/_actions/directory.ts#forgetSearchAction",
  schema: searchIdInput,
  command: forgetSearch,
  onDone: toSearches("forgotten"),
});
