/** How the site looks: as the system says, or as the person chose. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

/** The theme a cookie names; anything else means as the system says. */
export function themeOf(kept: string | undefined): Theme {
  return THEMES.find((theme) => theme === kept) ?? "system";
}
