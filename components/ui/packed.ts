/** A value as one text. */
export type Packed<T> = string & { readonly holds?: T };

/**
 * What an island draws, as one text: React takes a value apart three times on its way to a page, piece by piece, where a text passes
 * whole. Of what JSON can hold.
 */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value);

export const unpack = <T>(packed: Packed<T>): T => JSON.parse(packed) as T;
