const ZONE = "Europe/Rome";
const DAY_MS = 86_400_000;
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });
const offset = new Intl.DateTimeFormat("en", { timeZone: ZONE, timeZoneName: "longOffset" });

/** The demo world counts in days from now; this turns them into days and instants of an Italian calendar. */
export function clockOf(now = new Date()) {
  const today = day.format(now);
  const on = (days) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  return {
    now: now.toISOString(),
    today,
    on,
    /** An hour of that day as people in Italy read it. */
    at(days, time) {
      const noon = new Date(`${on(days)}T12:00:00Z`);
      const zone = offset
        .formatToParts(noon)
        .find(({ type }) => type === "timeZoneName")
        .value.slice(3);
      return new Date(`${on(days)}T${time}:00${zone}`).toISOString();
    },
    /** So many days after an instant. */
    after: (instant, days) => new Date(Date.parse(instant) + days * DAY_MS).toISOString(),
    /** The earlier of a day and twelve months after another: as long as a statement may stand (rule PT1). */
    within12Months(from, until) {
      const latest = addMonths(on(from), 12);
      return until !== null && on(until) < latest ? on(until) : latest;
    },
  };
}

function addMonths(date, months) {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}
