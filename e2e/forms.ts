import type { Page } from "@playwright/test";

type Raw = { name: string; type: string; value: string; min: string; maxLength: number; options: string[] };

/** One control of a form as a browser would send it, with a value that should pass. */
export type Control = { name: string; type: string; value: string };
export type FoundForm = { action: string; controls: Control[] };
export type Spoilt = { fault: string; parts: [name: string, value: string | Blob][] };

const TEXT = "Un testo di prova lungo quanto basta per passare i limiti di ogni campo.";
const isOurs = (name: string) => name !== "formKey" && !name.startsWith("$ACTION");
/** The rows of a list are read by one and the same rule: its first stands for all. */
const isFurtherRow = (name: string) => /\.[1-9]\d*(\.|$)/.test(name);

/** The forms of a page that send something of ours and change something, each with plausible values. */
export async function formsOn(page: Page): Promise<FoundForm[]> {
  const forms = await page.evaluate(() =>
    [...document.querySelectorAll("form")]
      .filter((form) => form.method === "post")
      .map((form) => ({
        action: form.getAttribute("action") || location.pathname + location.search,
        raw: [...form.elements]
          .filter((element) =>
            element.matches("input[name]:not([type=submit],[type=file]),select[name],textarea[name]"),
          )
          .map((element) => {
            const control = element as HTMLInputElement & HTMLSelectElement;
            const options = control.options ? [...control.options].map((option) => option.value) : [];
            return {
              name: control.name,
              type: control.type,
              value: control.value,
              min: control.min,
              maxLength: control.maxLength,
              options,
            };
          }),
      })),
  );
  return forms
    .map(({ action, raw }) => ({ action, controls: firstOfEach(raw).map(filledIn) }))
    .filter(({ controls }) => controls.some(({ name }) => isOurs(name)))
    .filter((form, at, all) => all.findIndex((other) => fieldsOf(other) === fieldsOf(form)) === at);
}

/** Forms that send the same fields, as the rows of a list do, are read by one and the same rule. */
const fieldsOf = ({ controls }: FoundForm) =>
  controls
    .map(({ name }) => name)
    .filter(isOurs)
    .join(" ");

const firstOfEach = (raw: readonly Raw[]) =>
  raw.filter(({ name }, at) => raw.findIndex((other) => other.name === name) === at);

function filledIn({ name, type, value, min, maxLength, options }: Raw): Control {
  return { name, type, value: value || options.find(Boolean) || plausible(type, min, maxLength) };
}

function plausible(type: string, min: string, maxLength: number): string {
  if (type === "number") return min || "1";
  if (type === "date") return new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  if (type === "email") return "qualcuno@example.org";
  return maxLength > 0 ? TEXT.slice(0, maxLength) : TEXT;
}

const MEGABYTE = "x".repeat(1024 * 1024);
const BROKEN_UTF8 = new Uint8Array([0x61, 0xed, 0xa0, 0x80, 0x62]);

/** What is put in place of one value. */
const FAULTS: readonly [fault: string, value: string | Blob][] = [
  ["NUL", "testo\u0000con un carattere nullo"],
  ["a lone surrogate", new Blob([BROKEN_UTF8])],
  ["a direction override", "ada\u202Eadnil"],
  ["a file", new File(["x"], "x.txt")],
];

/** Free text first: that is where much would fit. */
const byRoom = (a: Control, b: Control) => Number(/^text/.test(b.type)) - Number(/^text/.test(a.type));

/** What a hostile or broken browser might send: one fault a body. */
export function spoilt(controls: readonly Control[]): Spoilt[] {
  const sound = controls.map(({ name, value }): [string, string | Blob] => [name, value]);
  const replaced = (name: string, value: string | Blob) =>
    sound.map((part): [string, string | Blob] => (part[0] === name ? [name, value] : part));
  const forged: Spoilt = { fault: "a forged field", parts: [...sound, ["isAdmin", "true"]] };
  const [longest] = controls.filter(({ name }) => isOurs(name)).toSorted(byRoom);
  const long = longest ? [{ fault: `${longest.name}: 1 MB`, parts: replaced(longest.name, MEGABYTE) }] : [];
  const perField = controls
    .filter(({ name }) => isOurs(name) && !isFurtherRow(name))
    .flatMap(({ name, type }) => [
      ...FAULTS.map(([fault, value]) => ({ fault: `${name}: ${fault}`, parts: replaced(name, value) })),
      { fault: `${name}: three times`, parts: [...sound, [name, "di nuovo"], [name, "e ancora"]] as Spoilt["parts"] },
      ...(/^(text|password)/.test(type)
        ? []
        : [{ fault: `${name}: a foreign value`, parts: replaced(name, "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b") }]),
    ]);
  return [forged, ...long, ...perField];
}
