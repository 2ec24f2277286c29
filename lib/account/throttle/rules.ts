const HOUR = 3600;
const QUARTER = 900;

/** Requests for a link, signing up included: counted together, so that one form does not open a way around the other. */
export const LINKS_BY_NETWORK = { name: "link.network", max: 20, windowSeconds: HOUR } as const;
export const LINKS_BY_ADDRESS = { name: "link.address", max: 5, windowSeconds: HOUR } as const;

/** Attempts with a password. */
export const PASSWORDS_BY_NETWORK = { name: "password.network", max: 50, windowSeconds: QUARTER } as const;
export const PASSWORDS_BY_ADDRESS = { name: "password.address", max: 10, windowSeconds: QUARTER } as const;
export const PASSWORDS_BY_ACCOUNT = { name: "password.account", max: 10, windowSeconds: QUARTER } as const;
