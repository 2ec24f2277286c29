/** What an entry of the index lets its class of viewers see of a profile (DirectoryEntry.shows), as bits. Belongings are the highest. */
export const PARTS = { photo: 1, competences: 2, offers: 4, asks: 8, values: 16, memberships: 32 } as const;

/** Whether an entry shows a part. */
export const showsPart = (shows: number, part: keyof typeof PARTS): boolean => (shows & PARTS[part]) !== 0;
