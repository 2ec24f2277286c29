import file from "../data/everyday.json";
import type { Terms } from "../types";

const terms: Readonly<Record<string, Terms>> = file;
const NONE: Terms = { it: [], en: [] };

/**
 * What people type when they look for somebody who can do something, besides what it is called: the thing in question («rubinetto»),
 * the trouble («attacchi di panico»), the tool («mailchimp»). Only searches read it; a competence is never called so.
 */
export const everydayTerms = (slug: string): Terms => terms[slug] ?? NONE;
