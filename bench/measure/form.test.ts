import { expect, test } from "vitest";
import { formOf } from "./form.mjs";

const HTML = `<form action="/cerca"><input name="q" value="x"/></form>
<form class="stack" method="POST" encType="multipart/form-data"><input type="hidden" name="$ACTION_REF_1"/>
<input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;7f&quot;,&quot;bound&quot;:&quot;$@1&quot;}"/>
<input type="radio" name="kind" value="A"/><input type="radio" checked="" name="kind" value="B"/>
<input type="checkbox" name="accepts"/><input type="checkbox" name="ticked" checked=""/>
<input name="gone" disabled="" value="1"/><button type="submit" name="go">Va</button><input type="file" name="photo"/>
<select name="period"><option value="WEEK">a</option><option value="MONTH" selected="">b</option></select>
<select name="none"><option value="">–</option></select>
<textarea name="text">
l&#x27;uno &amp; l’altro</textarea><input type="hidden" name="formKey" value="k"/></form>`;

test("a form is sent as it stands: what is ticked and chosen, no buttons, no files, nothing that is disabled", () => {
  expect([...(formOf(HTML)?.entries() ?? [])]).toEqual([
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"7f","bound":"$@1"}'],
    ["kind", "B"],
    ["ticked", "on"],
    ["period", "MONTH"],
    ["none", ""],
    ["text", "l'uno & l’altro"],
    ["formKey", "k"],
  ]);
});

test("what is filled in takes the place of what stood there", () => {
  const form = formOf(HTML, { fields: { kind: "A", accepts: "on" } });
  expect([form?.getAll("kind"), form?.getAll("accepts")]).toEqual([["A"], ["on"]]);
});

test("a page without such a form has none to send", () => {
  expect(formOf('<form><input name="q"/></form>')).toBeNull();
  expect(formOf(HTML, { having: "slug" })).toBeNull();
});
