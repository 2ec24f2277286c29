"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { SuggestBoxProps } from "./suggest-box";

type SuggestFieldProps = Omit<SuggestBoxProps, "input" | "listId"> & {
  id: string;
  query?: string | undefined;
  placeholder: string;
};

/**
 * The field of a search; once scripts run, a combobox that suggests while one types (WAI-ARIA APG 1.2). What suggests is fetched
 * when the field is first entered: most pages that carry one are left without a search.
 */
export function SuggestField({ id, query, placeholder, ...box }: SuggestFieldProps) {
  const listId = `${id}-list`;
  const input = useRef<HTMLInputElement>(null);
  const [isReady, setReady] = useState(false);
  const [Box, setBox] = useState<ComponentType<SuggestBoxProps>>();

  // Where it does not come the form searches without suggestions; entered again, the field asks again.
  const load = () =>
    void import("./suggest-box").then(
      ({ SuggestBox }) => setBox(() => SuggestBox),
      () => {},
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a field that was entered before scripts ran
  useEffect(() => {
    setReady(true);
    if (document.activeElement === input.current) load();
  }, []);

  return (
    <>
      <input
        ref={input}
        id={id}
        type="search"
        name="q"
        defaultValue={query}
        placeholder={placeholder}
        onFocus={load}
        {...(isReady && {
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list",
          "aria-expanded": false,
          "aria-controls": listId,
        })}
      />
      {Box && input.current ? <Box {...box} listId={listId} input={input.current} /> : null}
    </>
  );
}
