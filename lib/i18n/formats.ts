/** The shapes of days and hours that messages name: `{at, date, long}`, `{at, time, short}`. Hours go up to 24 in both languages. */
export const formats = {
  dateTime: {
    long: { day: "numeric", month: "long", year: "numeric" },
    short: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  },
} as const;
