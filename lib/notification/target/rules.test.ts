import { expect, test } from "vitest";
import type { Told } from "../types";
import { targetOf } from "./rules";

const ASSOCIATION = { slug: "cantiere", name: "Cantiere", values: [] };
const PROJECT = { slug: "lavatoio", name: "Lavatoio", values: [] };
const told = (kind: Told["kind"], rest: Partial<Told> = {}): Told => ({
  ...{ kind, subjectId: "s1", actor: null, association: ASSOCIATION, project: null, detail: "" },
  ...rest,
});

test.each([
  [told("applicationToDecide"), "/associations/[slug]/manage/applications/[id]", { slug: "cantiere", id: "s1" }],
  [told("applicationDeclined"), "/applications/[id]", { id: "s1" }],
  [told("applicationAdmitted"), "/associations/[slug]", { slug: "cantiere" }],
  [told("memberJoined"), "/associations/[slug]/members", { slug: "cantiere" }],
  [told("offerToDecide", { project: PROJECT }), "/projects/[slug]/manage", { slug: "lavatoio" }],
  [told("offerAccepted", { project: PROJECT }), "/projects/[slug]", { slug: "lavatoio" }],
  [told("contributionToConfirm", { project: PROJECT }), "/projects/[slug]/contributions", { slug: "lavatoio" }],
  [told("contributionLapsed"), "/associations/[slug]/contributions", { slug: "cantiere" }],
  [told("searchFound", { association: null }), "/people/searches", undefined],
])("$kind leads to where one goes on", (notification, pathname, params) => {
  expect(targetOf(notification)).toEqual({ pathname, ...(params && { params }) });
});
