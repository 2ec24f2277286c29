export const DECISIONS = ["ADMIT", "DECLINE"] as const;
export type Decision = (typeof DECISIONS)[number];

/** Why not now: delivered to the person (rule M6). */
export const DECLINE_REASONS = ["VALUES", "PARTICIPATION", "ANSWERS", "CAPACITY", "OTHER"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
