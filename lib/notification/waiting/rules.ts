/** Days in which a member accepts a new charter version before writing stops (rule M11). */
export const CHARTER_GRACE_DAYS = 30;
/** How early an ending pledge is brought up: early enough to talk about it. */
export const PLEDGE_NOTICE_DAYS = 21;
/** Days in which a declared contribution can be confirmed (rule PJ5). */
export const CONFIRM_DAYS = 21;
