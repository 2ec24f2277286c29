import type it from "./messages/it";

/**
 * What components of the browser say for themselves: every page carries it. Whatever else they show is given to them in words
 * chosen on the server.
 */
export const browserMessages = ({ error, form, ui }: Pick<typeof it, "error" | "form" | "ui">) => ({
  error: { failed: error.failed },
  form,
  ui: { offers: ui.offers, asks: ui.asks },
});
