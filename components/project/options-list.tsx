/** The entries a text field suggests while one types; without script the browser does it by itself. */
export function OptionsList({ id, labels }: { id: string; labels: readonly string[] }) {
  return (
    <datalist id={id}>
      {labels.map((label) => (
        <option key={label} value={label} />
      ))}
    </datalist>
  );
}
