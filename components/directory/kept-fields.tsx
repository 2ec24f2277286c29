import { queryOf } from "@/lib/directory/filter/rules";
import type { Filters } from "@/lib/directory/types";

/** What one form of the page keeps of what the other one chose, so that neither undoes the other. */
export function KeptFields({ filters, except }: { filters: Filters; except: readonly string[] }) {
  const kept = Object.entries(queryOf({ ...filters, after: null })).filter(([name]) => !except.includes(name));
  return kept.flatMap(([name, value]) =>
    [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}
