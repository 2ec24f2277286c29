/** One page of a list, walked by key: pass nextCursor back to get what follows; null at the end. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };
