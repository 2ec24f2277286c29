import type { LegalDocument } from "../types";

/** What a form says it showed: who ticks accepts what was on the page, not what came after. */
export const shownAs = (documents: readonly LegalDocument[]): string =>
  documents.map(({ document, version }) => `${document} ${version}`).join(", ");
