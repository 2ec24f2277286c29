/*
 * A form as a browser without script sends it. Reads only what React writes: attributes in double quotes, five entities.
 */

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const plain = (text) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]);
const FORM = /<form\b[^>]*>([\s\S]*?)<\/form>/g;
const CONTROL = /<(input)\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\3>/g;
const OPTION = /<option\b([^>]*)>([\s\S]*?)<\/option>/g;

/** Attributes of a tag by name; one without a value is empty. */
const attributesOf = (tag) =>
  Object.fromEntries(
    [...tag.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => [name, plain(value)]),
  );

const TICKED = ["checkbox", "radio"];
const isTicked = ({ type, checked }) => !TICKED.includes(type) || checked !== undefined;
const isSent = ({ type }) => !["submit", "button", "file", "image", "reset"].includes(type);

function chosenIn(options) {
  const all = [...options.matchAll(OPTION)].map(([, tag, text]) => ({ ...attributesOf(tag), text: plain(text) }));
  const chosen = all.find(({ selected }) => selected !== undefined) ?? all[0];
  return chosen ? (chosen.value ?? chosen.text) : null;
}

/** What a control sends as it stands; null for nothing. */
function valueIn({ kind, attributes, content }) {
  if (kind === "select") return chosenIn(content);
  if (kind === "textarea") return plain(content.replace(/^\n/, ""));
  const { type, value } = attributes;
  if (!isSent(attributes) || !isTicked(attributes)) return null;
  return value ?? (TICKED.includes(type) ? "on" : "");
}

/** Name and value of a control; null for one that sends nothing. */
function pairOf([, input, inputTag, block, blockTag, content]) {
  const attributes = attributesOf(inputTag ?? blockTag);
  const { name, disabled } = attributes;
  const value = valueIn({ kind: input ?? block, attributes, content });
  return !name || disabled !== undefined || value === null ? null : [name, value];
}

/**
 * Everything that the form with a one-time key sends as it stands, once filled in; null where the page has no such form. With
 * several, the one that has a field named `having`.
 */
export function formOf(html, { fields = {}, having = "formKey" } = {}) {
  const forms = [...html.matchAll(FORM)].map(([, content]) => content);
  const content = forms.find((one) => one.includes('name="formKey"') && one.includes(`name="${having}"`));
  if (content === undefined) return null;
  const given = Object.entries(fields);
  const pairs = [...content.matchAll(CONTROL)].map(pairOf).filter((pair) => pair !== null);
  const form = new FormData();
  for (const [name, value] of pairs) if (!(name in fields)) form.append(name, value);
  for (const [name, value] of given) form.append(name, value);
  return form;
}
