import { expect, test } from "vitest";
import { routeOf } from "./route-of";

test.each([
  ["/", "/"],
  ["/en", "/"],
  ["/persone/ada-neri", "/people/[handle]"],
  ["/en/people/ada-neri", "/people/[handle]"],
  ["/associazioni/nuova", "/associations/new"],
  ["/en/associations/cantiere/manage/applications", "/associations/[slug]/manage/applications"],
  ["/api/files/0190b6a0-0000-7000-8000-0123456789ab", "/api/files/[id]"],
  ["/sitemap.xml", "/sitemap.xml"],
  ["/persone/ada-neri/altro", "other"],
  ["/enrico.rossi@example.org", "other"],
])("logs of %s name no one: %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});
