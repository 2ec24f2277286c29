/** Drawn on 24 × 24 with the pen of app/styles/actions.css. Names say the meaning, not the shape. */
const PATHS = {
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L20.5 20.5",
  filter: "M4 6.5h16M7 12h10M10 17.5h4",
  waiting: "M6 17v-6a6 6 0 0 1 12 0v6zM4 17h16M10.5 20.5h3",
  bridge: "M2.5 8.5h19M5 8.5V18M19 8.5V18M5 18a7 7 0 0 1 14 0",
  place: "M12 21c-4.5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2.5 6-7 11zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  download: "M12 4v11M7 10l5 5 5-5M4 20h16",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4",
  done: "M4 12.5l5 5L20 6.5",
  warning: "M12 4L21.5 20h-19zM12 10v4.5M12 17v.2",
  info: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5.5M12 7.5v.2",
  due: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l4 2",
  remove: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  add: "M12 5v14M5 12h14",
  locked: "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  mail: "M3 6h18v12H3zM3 7l9 6 9-6",
  care: "M12 3c4 5 6 7.6 6 11a6 6 0 0 1-12 0c0-3.4 2-6 6-11z",
  refer: "M4 18v-4a5 5 0 0 1 5-5h10M14.5 4.5L19 9l-4.5 4.5",
  dashboard: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  people: "M12 3.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 20.5a8 8 0 0 1 16 0z",
  associations:
    "M12 12A8.5 8.5 0 0 1 4 4a8.5 8.5 0 0 1 8 8zM12 12a8.5 8.5 0 0 1 8-8 8.5 8.5 0 0 1-8 8zM12 12a8.5 8.5 0 0 1-8 8 8.5 8.5 0 0 1 8-8zM12 12a8.5 8.5 0 0 1 8 8 8.5 8.5 0 0 1-8-8z",
  projects: "M4 4h7v7H4zM4 13h7v7H4zM13 13h7v7h-7zM14.6 3.2l6.3 1.6-1.6 6.3-6.3-1.6z",
  competences: "M4 12l8-8h8v8l-8 8zM16 8v.2",
  profile: "M3 5.5h18v13H3zM6 9h5v5H6zM14 9.5h4M14 13h4",
  signIn: "M10 4h10v16H10M4 12h11M11 8l4 4-4 4",
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside a word, so hidden from assistive technology. */
export function Icon({ name, isSmall = false }: { name: IconName; isSmall?: boolean }) {
  return (
    <svg className={isSmall ? "i i--s" : "i"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
