"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addressOf, type SuggestionItem, suggestionAsker } from "./suggestion-asker";
import { optionId, SuggestionList } from "./suggestion-list";

type SuggestFieldProps = {
  id: string;
  query: string;
  placeholder: string;
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

/** The field of the search; once scripts run, a combobox that suggests while one types (WAI-ARIA APG 1.2). */
export function SuggestField({ id, query, placeholder, locale, sentences }: SuggestFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isReady, setReady] = useState(false);
  const [items, setItems] = useState<readonly SuggestionItem[]>();
  const [active, setActive] = useState(-1);
  const [asker] = useState(() =>
    suggestionAsker(locale, (found) =>
      setItems(found?.map((item) => ({ ...item, href: addressOf(item, input.current?.form ?? null) }))),
    ),
  );
  const listId = `${id}-list`;
  const count = items?.length ?? 0;
  const chosen = items?.[active];

  useEffect(() => {
    setReady(true);
    return asker.stop;
  }, [asker]);
  useEffect(() => {
    document.getElementById(optionId(listId, active))?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);

  function close() {
    asker.stop();
    setItems(undefined);
    setActive(-1);
  }

  function ask() {
    setActive(-1);
    asker.ask(input.current?.value ?? "");
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
      <input
        ref={input}
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={placeholder}
        {...(isReady && {
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list",
          "aria-expanded": count > 0,
          "aria-controls": listId,
          "aria-activedescendant": chosen && optionId(listId, active),
          onChange: ask,
          onBlur: close,
          onKeyDown,
        })}
      />
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

function countIn({ none, one, many }: SuggestFieldProps["sentences"], count: number): string {
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
  { key, nativeEvent }: KeyboardEvent,
  { isOpen, chosen, move, close, choose }: Acts,
): (() => void) | null {
  if (nativeEvent.isComposing) return null;
  if (key === "ArrowDown") return () => move(1);
  if (key === "ArrowUp") return () => move(-1);
  if (key === "Escape" && isOpen) return close;
  if (key === "Enter" && chosen) return () => choose(chosen);
  return null;
}
