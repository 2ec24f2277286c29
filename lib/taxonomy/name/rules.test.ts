import { expect, test } from "vitest";
import { namesAmong } from "./rules";

test.each([
  ["", [], ""],
  ["circo", [], "circo"],
  ["ilaria", ["ilaria"], ""],
  ["ilaria zzkw", ["ilaria", "zzkw"], ""],
  ["zzkw ilaria circo blu", ["zzkw", "ilaria", "circo"], "blu"],
  ["rossi circo", ["rossi"], "circo"],
])("«%s» names %j", (rest, names, left) => {
  expect(namesAmong(rest)).toEqual({ names, rest: left });
});
