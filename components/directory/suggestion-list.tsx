import type { SuggestionItem } from "./suggestion-asker";

type SuggestionListProps = {
  id: string;
  items: readonly SuggestionItem[];
  /** Position of the one that Enter would choose; -1 for none. */
  active: number;
  label: string;
  kinds: Readonly<Record<SuggestionItem["kind"], string>>;
  onChoose: () => void;
};

export const optionId = (id: string, position: number) => `${id}-${position}`;

/** What may be meant, by kind. Focus stays in the field, which names the active one. */
export function SuggestionList({ id, items, active, label, kinds, onChoose }: SuggestionListProps) {
  return (
    <div id={id} className="suggest" role="listbox" aria-label={label} onMouseDown={(event) => event.preventDefault()}>
      {[...new Set(items.map(({ kind }) => kind))].map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options, and no fieldset
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div id={`${id}-${kind}`} className="suggest-kind" role="presentation">
            {kinds[kind]}
          </div>
          {items.map((item, position) =>
            item.kind === kind ? (
              <a
                key={item.href}
                id={optionId(id, position)}
                role="option"
                href={item.href}
                tabIndex={-1}
                aria-selected={position === active}
                onClick={onChoose}
              >
                {item.label} {item.detail ? <span lang={item.lang}>{item.detail}</span> : null}
              </a>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
