"use client";

/**
 * The entries a text field suggests while one types; without script the browser does it by itself. An island: hundreds of words are sent
 * once as such, and not as many elements.
 */
export function OptionsList({ id, labels }: { id: string; labels: readonly string[] }) {
  return (
    <datalist id={id}>
      {labels.map((label) => (
        <option key={label} value={label} />
      ))}
    </datalist>
  );
}
