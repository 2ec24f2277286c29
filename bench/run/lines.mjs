/** A line of the table. The worse end of a spread decides, not the median. */
export const line = (code, what, { value, limit, floor, isMet }) => ({
  code,
  what,
  value,
  limit,
  floor: floor ?? "",
  isMet,
});

/** A line for what was not measured, with the reason. */
export const absent = (code, what, why) => ({ code, what, value: "–", limit: "", floor: "", isMet: null, why });
