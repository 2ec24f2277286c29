import { step } from "../../scripts/lib/step.mjs";

/** A part of a run as a line of progress; what it measured. */
export async function shown(what, body) {
  let value;
  await step(what, async () => {
    value = await body();
    return "";
  });
  return value;
}
