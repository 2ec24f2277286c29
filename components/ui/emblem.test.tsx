import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Emblem, Floor, PersonTile, ProjectEmblem, Seat, ValueTile } from "./emblem";

const VALUES = ["care", "trust", "competence", "roots", "courage"];
const elements = (html: string) => (html.match(/<\w+/g) ?? []).length;

test("an emblem beside a name is decoration; alone, it is named", () => {
  expect(renderToStaticMarkup(<Emblem slug="orto" values={VALUES} />)).toContain('aria-hidden="true"');
  const named = renderToStaticMarkup(<Emblem slug="orto" values={VALUES} title="Emblema di Orto" />);
  expect(named).toContain('role="img"');
  expect(named).toContain('aria-label="Emblema di Orto"');
  expect(named).not.toContain("aria-hidden");
});

test("an emblem in a row of a list costs few elements", () => {
  expect(elements(renderToStaticMarkup(<Emblem slug="orto" values={VALUES} side={24} />))).toBeLessThanOrEqual(4);
  expect(
    elements(renderToStaticMarkup(<PersonTile slug="ada" name="Ada Lo" values={VALUES} side={56} />)),
  ).toBeLessThanOrEqual(5);
});

test("a person is their initials from 32 px, their photograph when they have one", () => {
  expect(renderToStaticMarkup(<PersonTile slug="ada" name="Ada Byron" values={VALUES} side={32} />)).toContain(
    ">AB</text>",
  );
  expect(renderToStaticMarkup(<PersonTile slug="ada" name="Ada Byron" values={VALUES} side={24} />)).not.toContain(
    "<text",
  );
  expect(renderToStaticMarkup(<PersonTile slug="x" name="Chi resta riservato" values={[]} isNameless />)).not.toContain(
    "<text",
  );
  const photo = renderToStaticMarkup(<PersonTile slug="ada" name="Ada Byron" values={VALUES} photo="/api/files/x" />);
  expect(photo).toMatch(/^<img [^>]*alt=""/);
});

test("a project with free seats draws them in one dashed path", () => {
  const half = renderToStaticMarkup(<ProjectEmblem slug="p" values={VALUES} covered={0.5} />);
  expect(half.match(/em-free/g)).toHaveLength(1);
  expect(renderToStaticMarkup(<ProjectEmblem slug="p" values={VALUES} covered={1} />)).not.toContain("em-free");
});

test("nothing drawn needs a style attribute", () => {
  const all = renderToStaticMarkup(
    <>
      <Emblem slug="orto" values={VALUES} />
      <ValueTile value="care" />
      <Seat />
      <Floor className="banner" slug="orto" values={VALUES} grid={[16, 4, 0.5]} isLaid />
    </>,
  );
  expect(all).not.toContain("style=");
});
