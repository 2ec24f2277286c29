/** An association or a project, with what its emblem is drawn from. */
export type Place = { readonly slug: string; readonly name: string; readonly values: readonly string[] };

export type Person = { readonly handle: string; readonly name: string };

/** How commitments ended. */
export type Ends = {
  readonly kept: number;
  readonly partly: number;
  readonly released: number;
  readonly missed: number;
};
