import { NextIntlClientProvider } from "next-intl";
import { type ReactElement, useActionState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { FormRefusal, FormState } from "@/lib/form/form-state";
import { UNTOUCHED } from "@/lib/form/form-state";
import messages from "@/lib/i18n/messages/it";
import { Align } from "./align";
import { Checkbox } from "./checkbox";
import { CheckboxGroup, RadioGroup } from "./choices";
import { FormContext } from "./context";
import { DateField } from "./date-field";
import { FileField } from "./file-field";
import { Form } from "./form";
import { FormRefusals } from "./form-refusals";
import { namesIn } from "./names";
import { NumberField } from "./number-field";
import { RowFold } from "./row-fold";
import { Rows } from "./rows";
import { Segmented } from "./segmented";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

// The answer of an action before script runs: the page is drawn anew from it.
vi.mock("react", async (original) => {
  const react = await original<typeof import("react")>();
  return { ...react, useActionState: vi.fn(react.useActionState) };
});

function rendered(field: ReactElement, state: FormState = UNTOUCHED): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="it" timeZone="Europe/Rome" messages={messages}>
      <FormContext value={{ id: "f", state }}>{field}</FormContext>
    </NextIntlClientProvider>,
  );
}

const SOMEWHERE: FormRefusal = { code: "validation.required", field: "elsewhere", text: "Serve una risposta." };

/** A form that was refused with these values; the refusal is about another field unless one is given. */
const refused = (values: FormState["values"], refusal: FormRefusal = SOMEWHERE): FormState => ({
  attempt: 1,
  values,
  refusals: [refusal],
});

const OPTIONS = [
  { value: "a", label: "Uno" },
  { value: "b", label: "Due" },
];
const checked = (html: string) =>
  [...html.matchAll(/<input(?=[^>]*checked="")[^>]*value="(\w+)"/g)].map(([, value]) => value);

test.each([
  ["a line", <TextField key="1" name="x" label="X" value="prima" />, 'value="scritto"'],
  ["a number", <NumberField key="2" name="x" label="X" value={3} />, 'value="scritto"'],
  ["a day", <DateField key="3" name="x" label="X" value="2026-01-01" />, 'value="scritto"'],
  ["a text", <TextArea key="4" name="x" label="X" value="prima" />, ">scritto</textarea>"],
])("a refused form comes back as it was typed: %s", (_case, field, expected) => {
  expect(rendered(field)).not.toContain("scritto");
  expect(rendered(field, refused({ x: ["scritto"] }))).toContain(expected);
});

test.each([
  ["radios", <RadioGroup key="1" name="x" label="X" choices={OPTIONS} value="a" />],
  ["boxes", <CheckboxGroup key="2" name="x" label="X" choices={OPTIONS} values={["a"]} />],
  ["a strip", <Segmented key="3" name="x" label="X" options={OPTIONS} value="a" />],
])("a refused form comes back as it was chosen: %s", (_case, field) => {
  expect(checked(rendered(field))).toEqual(["a"]);
  expect(checked(rendered(field, refused({ x: ["b"] })))).toEqual(["b"]);
  expect(checked(rendered(field, refused({})))).toEqual([]);
});

test("a refused select comes back on the option that was chosen", () => {
  const field = <Select name="x" label="X" options={OPTIONS} value="a" none="Nessuno" />;
  expect(rendered(field)).toContain('<option value="a" selected="">');
  expect(rendered(field, refused({ x: ["b"] }))).toContain('<option value="b" selected="">');
  expect(rendered(field, refused({ x: [""] }))).toContain('<option value="" selected="">');
});

test("a box that was unticked stays unticked, whatever it was at first", () => {
  const box = <Checkbox name="x" label="X" isChecked />;
  expect(rendered(box)).toContain('checked=""');
  expect(rendered(box, refused({}))).not.toContain('checked=""');
});

test("a password never comes back", () => {
  expect(rendered(<TextField name="x" type="password" label="X" />, refused({ x: ["segreta"] }))).not.toContain(
    "segreta",
  );
});

test("a refused form says that a file must be chosen again", () => {
  const field = <FileField name="x" label="X" accept="image/png" hint="PNG" />;
  expect(rendered(field)).toContain("PNG");
  expect(rendered(field, refused({}))).toContain("sceglilo di nuovo");
});

test("after a success the fields show their own values again", () => {
  const done: FormState = { attempt: 2, values: {}, refusals: [], done: "Salvato." };
  expect(rendered(<TextField name="x" label="X" value="prima" />, done)).toContain('value="prima"');
});

test("a refused field is invalid, and described by its hint and its sentence", () => {
  const html = rendered(
    <TextField name="x" label="X" hint="Una frase." />,
    refused({ x: [""] }, { code: "validation.required", field: "x", text: "Serve una risposta." }),
  );
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('aria-describedby="f-x-hint f-x-error"');
  expect(html).toMatch(/id="f-x-error">.*Serve una risposta\./);
  expect(rendered(<TextField name="x" label="X" />)).not.toMatch(/aria-invalid|aria-describedby/);
});

test("the summary links each refusal to its field and takes the focus", () => {
  const html = rendered(<FormRefusals />, refused({}));
  expect(html).toContain('role="alert"');
  expect(html).toContain('autofocus=""');
  expect(html).toContain('<a href="#f-elsewhere">Serve una risposta.</a>');
  expect(rendered(<FormRefusals />)).toBe("");
});

test("the summary says which field it means before script runs, in rows and in parts of the page too", () => {
  const fields = (
    <>
      <TextField name="title" label="Titolo" />
      <Checkbox
        name="yes"
        label={[
          "Accetto i ",
          <a key="1" href="/termini">
            termini
          </a>,
        ]}
      />
      <div>
        <Rows
          name="needs"
          rows={[<TextField key="1" name="needs.0.what" label="Che cosa" />]}
          shown={1}
          addLabel="+"
          removeLabel="-"
        />
      </div>
    </>
  );
  const summary = (field: string) => {
    const state = refused({}, { code: "validation.required", field, text: "Serve una risposta." });
    return rendered(
      <FormContext value={{ id: "f", state, names: namesIn(fields) }}>
        <FormRefusals />
      </FormContext>,
    );
  };
  expect(summary("title")).toContain('<a href="#f-title">Titolo: serve una risposta.</a>');
  expect(summary("yes")).toContain(">Accetto i termini: serve una risposta.</a>");
  expect(summary("needs.0.what")).toContain(">Che cosa: serve una risposta.</a>");
  expect(summary("elsewhere")).toContain(">Serve una risposta.</a>");
});

test("a form that comes back refused before script runs names its fields", () => {
  const action = async () => UNTOUCHED;
  vi.mocked(useActionState).mockReturnValueOnce([refused({}, { ...SOMEWHERE, field: "title" }), action, false]);
  const html = rendered(
    <Form action={action} formKey="k">
      <p>
        <TextField name="title" label="Titolo" />
      </p>
    </Form>,
  );
  expect(html).toContain(">Titolo: serve una risposta.</a>");
});

test("a refusal of the whole form is said without a link", () => {
  const html = rendered(<FormRefusals />, refused({}, { code: "common.tooOften", text: "Troppi tentativi." }));
  expect(html).toContain("<li>Troppi tentativi.</li>");
});

test("a value asks why only of the answer that needs it, and keeps both", () => {
  const html = rendered(
    <Align name="s" whyName="w" value="care" label="Cura" />,
    refused(
      { s: ["NOT_MINE"], w: ["perché no"] },
      { code: "validation.required", field: "w", text: "Scrivi una frase." },
    ),
  );
  expect(html).toContain("align--bad");
  expect(checked(html)).toEqual(["NOT_MINE"]);
  expect(html).toContain(">perché no</textarea>");
  expect(html).toMatch(/data-asks-why=""[^>]*value="NOT_MINE"|value="NOT_MINE"[^>]*data-asks-why=""/);
});

test("an answer that asks for more is the only one marked so", () => {
  const choices = [
    { value: "NOTE", label: "Una parola", isAsking: false },
    { value: "PAUSE", label: "Una pausa", isAsking: true },
  ];
  const html = rendered(<RadioGroup name="kind" label="Che cosa" choices={choices} />);
  expect(html.match(/<input[^>]*>/g)?.filter((input) => input.includes("data-asks"))).toHaveLength(1);
  expect(html).toMatch(/data-asks=""[^>]*value="PAUSE"|value="PAUSE"[^>]*data-asks=""/);
});

test("no field needs a style attribute", () => {
  for (const field of [
    <TextArea key="1" name="x" label="X" charsMax={10} />,
    <Align key="2" name="s" whyName="w" value="care" label="Cura" />,
  ])
    expect(rendered(field)).not.toContain("style=");
});

test("rows show as many as asked for, the others where script does not run, and after a refusal those that were sent", () => {
  const rows = ["uno", "due", "tre"].map((row, i) => <TextField key={row} name={`needs.${i}.title`} label={row} />);
  const field = <Rows name="needs" rows={rows} shown={1} addLabel="Aggiungi" removeLabel="Togli" />;
  const [scripted = "", unscripted = ""] = rendered(field).split("<noscript>");
  expect([scripted.includes("uno"), scripted.includes("due")]).toEqual([true, false]);
  expect(["uno", "due", "tre"].map((row) => unscripted.includes(row))).toEqual([false, true, true]);
  const sent = rendered(field, refused({ "needs.0.title": ["a"], "needs.2.title": ["c"] }));
  expect([sent.includes("due"), sent.includes("noscript")]).toEqual([false, false]);
  expect(sent).toContain('value="c"');
});

test("what is asked for once is asked for in the first row shown, and alone; in the rows after it may stay empty", () => {
  const field = (i: number) => <TextField key={i} name={`needs.${i}.title`} label="Titolo" isOptional="afterFirst" />;
  const rows = <Rows name="needs" rows={[0, 1, 2].map(field)} shown={2} addLabel="+" removeLabel="-" />;
  const asked = (html: string) =>
    [...html.matchAll(/<input[^>]*>/g)].map(([input]) => [
      input.match(/name="needs\.(\d)/)?.[1],
      input.includes('required=""'),
    ]);
  expect(asked(rendered(rows))).toEqual([
    ["0", true],
    ["1", false],
    ["2", false],
  ]);
  expect(asked(rendered(rows, refused({ "needs.1.title": ["b"], "needs.2.title": ["c"] })))).toEqual([
    ["1", true],
    ["2", false],
  ]);
  expect(asked(rendered(field(3)))).toEqual([["3", true]]);
});

test("a row is folded to what it says; one that says nothing yet, or was refused, stands open before script too", () => {
  const fold = (index: number, words?: string) => (
    <RowFold row={`r.${index}`} title="Riga" words={words}>
      <TextField name={`r.${index}.x`} label="X" value={words} />
    </RowFold>
  );
  const isOpen = (html: string) => /<details[^>]* open=""/.test(html);
  expect(isOpen(rendered(fold(1, "detto")))).toBe(false);
  expect(rendered(fold(1, "detto"))).toContain('name="r.1.x"');
  expect(isOpen(rendered(fold(1)))).toBe(true);
  const state = refused({ "r.1.x": ["troppo"] }, { code: "validation.tooLong", field: "r.1.x", text: "Troppo lungo." });
  expect([1, 2, 11].map((index) => isOpen(rendered(fold(index, "detto"), state)))).toEqual([true, false, false]);
  expect(rendered(fold(1, "detto"), state)).toContain('value="troppo"');
});

test("a form that another one fills starts from what that one answered, and from its own words before and after", () => {
  const inner = (
    <Form action={vi.fn()} formKey="i">
      <TextField name="x" label="X" value="prima" />
    </Form>
  );
  const outer = (
    <Form action={vi.fn()} formKey="o" fills={inner}>
      {null}
    </Form>
  );
  expect(rendered(outer)).toContain('value="prima"');
  vi.mocked(useActionState).mockReturnValueOnce([
    { ...UNTOUCHED, attempt: 1, start: { x: ["scritto"] } },
    vi.fn(),
    false,
  ]);
  expect(rendered(outer)).toContain('value="scritto"');
  vi.mocked(useActionState)
    .mockReturnValueOnce([{ ...UNTOUCHED, attempt: 1, start: { x: ["scritto"] } }, vi.fn(), false])
    .mockReturnValueOnce([refused({ x: ["cambiato"] }), vi.fn(), false]);
  expect(rendered(outer)).toContain('value="cambiato"');
});
