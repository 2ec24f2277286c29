/** The two versions an address asks to compare, the earlier first; what it does not say, or says wrongly, is the last change. */
export function versionsAsked(
  { from, to }: { readonly from: unknown; readonly to: unknown },
  known: readonly number[],
): readonly [from: number, to: number] | null {
  const sorted = [...known].sort((a, b) => a - b);
  const [previous, last] = sorted.slice(-2);
  if (previous === undefined || last === undefined) return null;
  const asked = (given: unknown) => known.find((version) => String(version) === given);
  const later = asked(to) ?? last;
  const earlier = asked(from) ?? sorted[sorted.indexOf(later) - 1] ?? previous;
  return earlier <= later ? [earlier, later] : [later, earlier];
}
