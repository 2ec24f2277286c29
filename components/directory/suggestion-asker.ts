import type { SuggestionsAnswer } from "@/lib/directory/suggestion/schema";

export type SuggestionItem = SuggestionsAnswer["items"][number];
type Show = (items: readonly SuggestionItem[] | undefined) => void;

const PAUSE_MS = 60;
const CHARS_MIN = 2;
const CHARS_MAX = 120;
/** Whoever hides meanwhile is not suggested any longer than this (rule A2). */
const KEPT_MS = 60_000;

/**
 * Asks what may be meant by what is typed: the first letters at once, later ones a moment after those before them. Answers that
 * were overtaken are dropped, others kept for a minute. Undefined where there is nothing to ask, or no answer.
 */
export function suggestionAsker(locale: string, show: Show) {
  const known = new Map<string, { items: readonly SuggestionItem[]; at: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flight: AbortController | undefined;
  let askedAt = 0;

  async function answer(q: string) {
    askedAt = Date.now();
    flight = new AbortController();
    const { signal } = flight;
    const items = await fetchSuggestions({ q, locale }, signal);
    if (signal.aborted) return;
    if (items) known.set(q, { items, at: askedAt });
    show(items);
  }

  function stop() {
    clearTimeout(timer);
    flight?.abort();
  }

  function ask(typed: string) {
    stop();
    for (const [q, { at }] of known) if (at + KEPT_MS < Date.now()) known.delete(q);
    const q = typed.trim();
    const items = known.get(q)?.items;
    if (items || q.length < CHARS_MIN || q.length > CHARS_MAX) return show(items);
    timer = setTimeout(() => void answer(q), Math.max(0, askedAt + PAUSE_MS - Date.now()));
  }

  return { ask, stop };
}

async function fetchSuggestions(query: Record<string, string>, signal: AbortSignal) {
  try {
    const answer = await fetch(`/api/v1/suggestions?${new URLSearchParams(query)}`, { signal });
    return answer.ok ? ((await answer.json()) as SuggestionsAnswer).items : undefined;
  } catch {
    // Overtaken, or the network is gone: the form searches without suggestions as well.
    return undefined;
  }
}

/** Where a suggestion leads, with what else the form holds when it is a search: filters that were chosen stay chosen. */
export function addressOf({ href }: SuggestionItem, form: HTMLFormElement | null): string {
  const url = new URL(href, location.href);
  if (!form || new URL(form.action).pathname !== url.pathname) return href;
  const isPlaced = url.searchParams.has("place");
  for (const [name, value] of new FormData(form)) {
    const isSaid = name === "q" || (name === "place" && isPlaced) || url.searchParams.has(name, String(value));
    if (!isSaid) url.searchParams.append(name, String(value));
  }
  return url.href;
}
