/** One version of a text that whoever signs up accepts (rule PV4). */
export type LegalDocument = {
  readonly document: string;
  readonly version: string;
  /** sha256 of the text, in both languages. */
  readonly hash: string;
};

/** Somebody's own account, as its settings show it. */
export type OwnAccount = {
  readonly email: string;
  readonly isVerified: boolean;
  readonly hasPassword: boolean;
  readonly locale: "it" | "en";
  readonly createdAt: Date;
};
