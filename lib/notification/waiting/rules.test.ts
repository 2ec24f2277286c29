import { describe, expect, test } from "vitest";
import { duenessOf, waitingTarget } from "./rules";
import { WAITING_KINDS, type WaitingItem, type WaitingKind } from "./types";

describe("how near a last day is", () => {
  test.each([
    ["2026-11-21", { isNear: true, days: 0 }],
    ["2026-11-22", { isNear: true, days: 1 }],
    ["2026-12-01", { isNear: true, days: 10 }],
    ["2026-12-02", { isNear: false, days: 11 }],
    ["2026-11-01", { isNear: true, days: 0 }],
  ])("%s, read on 21 November", (dueOn, dueness) => {
    expect(duenessOf(dueOn, "2026-11-21")).toEqual(dueness);
  });
});

const place = (slug: string) => ({ slug, name: slug, values: [] });
const item = (kind: WaitingKind, about: Partial<WaitingItem> = {}): WaitingItem => ({
  ...{ kind, count: 1, dueOn: null, association: null, project: null, person: null, detail: "" },
  ...about,
});

test.each([
  ["charter", "/associations/[slug]/pledge"],
  ["pledge", "/associations/[slug]/pledge"],
  ["applications", "/associations/[slug]/manage/applications"],
  ["role", "/associations/[slug]"],
  ["custody", "/associations/[slug]"],
  ["deeds", "/associations/[slug]/contributions"],
] as const)("%s leads to %s", (kind, pathname) => {
  expect(waitingTarget(item(kind, { association: place("cantiere") }))).toEqual({
    pathname,
    params: { slug: "cantiere" },
  });
});

test.each([
  ["offers", "/projects/[slug]/manage"],
  ["handover", "/projects/[slug]"],
  ["contributions", "/projects/[slug]/contributions"],
] as const)("%s leads to %s", (kind, pathname) => {
  expect(waitingTarget(item(kind, { project: place("lavatoio") }))).toEqual({ pathname, params: { slug: "lavatoio" } });
});

test("the documents that changed lead to the own account", () => {
  expect(waitingTarget(item("documents"))).toEqual({ pathname: "/settings/account" });
});

test("nothing that waits leads nowhere", () => {
  expect(WAITING_KINDS.filter((kind) => !waitingTarget(item(kind)))).toEqual([]);
});
