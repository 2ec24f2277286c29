import { useEffect, useLayoutEffect, useState } from "react";
import { addressOf, type SuggestionItem, suggestionAsker } from "./suggestion-asker";
import { optionId, SuggestionList } from "./suggestion-list";

export type SuggestBoxProps = {
  /** The field it suggests for, which is drawn and entered before. */
  input: HTMLInputElement;
  listId: string;
  locale: string;
  sentences: {
    list: string;
    kinds: Readonly<Record<SuggestionItem["kind"], string>>;
    none: string;
    one: string;
    /** With «{count}» for how many. */
    many: string;
  };
};

const TEXT_KEYS = ["ArrowLeft", "ArrowRight", "Home", "End"];

/** What may be meant by what stands in a field: the list below it, how many there are read aloud, and the keys that choose. */
export function SuggestBox({ input, listId, locale, sentences }: SuggestBoxProps) {
  const [items, setItems] = useState<readonly SuggestionItem[]>();
  const [active, setActive] = useState(-1);
  const [asker] = useState(() =>
    suggestionAsker(locale, (found) =>
      setItems(found?.map((item) => ({ ...item, href: addressOf(item, input.form) }))),
    ),
  );
  const count = items?.length ?? 0;
  const chosen = items?.[active];

  useEffect(() => {
    // What was typed while this was on its way, unless the field was left since.
    if (input === document.activeElement && input.value !== input.defaultValue) asker.ask(input.value);
    return asker.stop;
  }, [asker, input]);
  useLayoutEffect(() => {
    input.setAttribute("aria-expanded", String(count > 0));
    if (chosen) input.setAttribute("aria-activedescendant", optionId(listId, active));
    else input.removeAttribute("aria-activedescendant");
    document.getElementById(optionId(listId, active))?.scrollIntoView({ block: "nearest" });
  }, [input, count, chosen, listId, active]);
  useListeners(input, { input: ask, blur: close, keydown: onKeyDown });

  function close() {
    asker.stop();
    setItems(undefined);
    setActive(-1);
  }

  function ask() {
    setActive(-1);
    asker.ask(input.value);
  }

  function choose({ href }: SuggestionItem) {
    close();
    location.assign(href);
  }

  function move(step: 1 | -1) {
    if (items) setActive(((active + 1 + step + count + 1) % (count + 1)) - 1);
    else ask();
  }

  function onKeyDown(event: KeyboardEvent) {
    const act = actOf(event, { isOpen: count > 0, chosen, move, close, choose });
    if (TEXT_KEYS.includes(event.key)) setActive(-1);
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      {items && count > 0 ? (
        <SuggestionList
          {...{ id: listId, items, active, kinds: sentences.kinds }}
          label={sentences.list}
          onChoose={close}
        />
      ) : null}
      <span className="vh" aria-live="polite">
        {items && countIn(sentences, count)}
      </span>
    </>
  );
}

type Listeners = { input: () => void; blur: () => void; keydown: (event: KeyboardEvent) => void };

/** Listens to a field that another component draws, each time with what is known by now. */
function useListeners(input: HTMLInputElement, listeners: Listeners) {
  useLayoutEffect(() => {
    const heard = new AbortController();
    const { signal } = heard;
    input.addEventListener("input", listeners.input, { signal });
    input.addEventListener("blur", listeners.blur, { signal });
    input.addEventListener("keydown", listeners.keydown, { signal });
    return () => heard.abort();
  });
}

function countIn({ none, one, many }: SuggestBoxProps["sentences"], count: number): string {
  if (count === 0) return none;
  return count === 1 ? one : many.replace("{count}", String(count));
}

type Acts = {
  isOpen: boolean;
  chosen: SuggestionItem | undefined;
  move: (step: 1 | -1) => void;
  close: () => void;
  choose: (item: SuggestionItem) => void;
};

/** What a key does here besides what it does in any field; null leaves it to the browser, as Enter without a choice, which submits. */
function actOf(
  { key, isComposing }: KeyboardEvent,
  { isOpen, chosen, move, close, choose }: Acts,
): (() => void) | null {
  if (isComposing) return null;
  if (key === "ArrowDown") return () => move(1);
  if (key === "ArrowUp") return () => move(-1);
  if (key === "Escape" && isOpen) return close;
  if (key === "Enter" && chosen) return () => choose(chosen);
  return null;
}
