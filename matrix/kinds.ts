/** The kinds of viewer every table has a column for, in the order of its columns. */
export const KINDS = {
  visitor: "not signed in",
  unproven: "signed in, address not proven, of no association",
  suspended: "suspended by the platform, of no association",
  member: "of the platform, not of this association",
  foreign: "steward of another association",
  applicant: "their application waits; in the table of applications, whose it is",
  invited: "their invitation waits; in the table of invitations, whose it is",
  active: "belongs and takes part",
  paused: "belongs, in pause",
  listening: "belongs, «solo ascolto»",
  overdue: "belongs, has not accepted a material charter in its thirty days",
  behind: "belongs, behind on the contribution rule, barred from proposing, voting and holding roles",
  left: "belonged and left",
  excluded: "belonged and was excluded",
  welcomer: "belongs, answers for ADMIT and INVITE",
  steward: "belongs, answers for everything; looks after the association",
  barred: "steward of the association, suspended by the platform",
} as const;

/** Kinds that quality asks for and the product cannot make yet; a column is added with the room that makes them. */
export const LEFT_OUT = {
  blocked: "nobody can block anybody yet: there is no table of blocks (rule C6 comes with the room of messages)",
  admin: "the platform has no administrators yet: no account bears such a mark, and nothing asks for it",
} as const;

/** Columns that only some tables have: who somebody is towards one project, contribution or role. */
export const NEAR = {
  owner: "looks after the project",
  seated: "has a seat in the project",
  dreamer: "dreams the idea with whoever opened it",
  asked: "is asked into the idea, or to cover the need, and has not answered",
  leading: "steward of the association that leads the project, where another carries it too",
  author: "did the contribution, or made the promise",
  holder: "holds the role, or is offered it",
} as const;

export type Kind = keyof typeof KINDS | keyof typeof NEAR;
