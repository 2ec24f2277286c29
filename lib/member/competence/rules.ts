const LEVELS = 8;

type Held = { readonly id: number; readonly level: number };

/** A competence at a level from 1 to 4, as a profile keeps it. The SQL function competences_held reads it back. */
export const heldOf = ({ id, level }: Held): number => id * LEVELS + level;

/** Which competence it is that a profile keeps so. */
export const idOfHeld = (held: number): number => Math.floor(held / LEVELS);
