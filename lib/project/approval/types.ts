/** ASKED → APPROVED | DECLINED | WITHDRAWN. */
export type ApprovalState = "ASKED" | "APPROVED" | "DECLINED" | "WITHDRAWN";

/** Where the association's word on a proposal stands, for whoever leads it. */
export type ApprovalView = {
  readonly state: "ASKED" | "APPROVED" | "DECLINED";
  /** When it was asked, or else answered. */
  readonly at: string;
  readonly reason: string;
};

/** A proposal that waits for the association's word, for those who answer for it. */
export type ApprovalLine = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly purpose: string;
  readonly locale: string;
  readonly askedBy: string | null;
  readonly askedAt: string;
  /** What changed since the no before. */
  readonly note: string;
  /** The no before, in the words it was said. */
  readonly before: string;
  /** Whether it is the viewer's own, for others to answer. */
  readonly isOwn: boolean;
};
