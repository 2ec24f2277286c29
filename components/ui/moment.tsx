import { useDates } from "./dates";

const STYLES = {
  /** gio 19 nov */
  short: { weekday: "short", day: "numeric", month: "short" },
  /** 19 nov 2026 */
  dated: { day: "numeric", month: "short", year: "numeric" },
  /** 19 novembre 2026 */
  long: { day: "numeric", month: "long", year: "numeric" },
  /** novembre 2026 */
  month: { month: "long", year: "numeric" },
} as const;

export type DateStyle = keyof typeof STYLES;

/** A day without a time, as `2026-11-19` or a Date at midnight UTC: the same day for everyone. */
export function Day({ on, look = "long" }: { on: string | Date; look?: DateStyle }) {
  const format = useDates();
  const day = typeof on === "string" ? new Date(`${on.slice(0, 10)}T00:00:00Z`) : on;
  return (
    <time dateTime={day.toISOString().slice(0, 10)}>{format.dateTime(day, { ...STYLES[look], timeZone: "UTC" })}</time>
  );
}

/** A moment, in the time of the site; with the hour when it matters. */
export function Instant({
  at,
  look = "long",
  hasTime = false,
}: {
  at: string | Date;
  look?: DateStyle;
  hasTime?: boolean;
}) {
  const format = useDates();
  const moment = new Date(at);
  const hour = hasTime ? ({ hour: "2-digit", minute: "2-digit" } as const) : {};
  return <time dateTime={moment.toISOString()}>{format.dateTime(moment, { ...STYLES[look], ...hour })}</time>;
}
