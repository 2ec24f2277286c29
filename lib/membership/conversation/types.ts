/** One thing said on an application, as both sides read it. */
export type MessageView = {
  readonly id: string;
  readonly author: string;
  readonly isOwn: boolean;
  /** By whoever applies; else by somebody who admits. */
  readonly isApplicants: boolean;
  readonly text: string;
  readonly at: string;
};
