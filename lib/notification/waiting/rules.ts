/** Days in which a member accepts a new charter version before writing stops (rule M11). */
export const CHARTER_GRACE_DAYS = 30;
/** How early an ending pledge is brought up: early enough to talk about it. */
export const PLEDGE_NOTICE_DAYS = 21;
