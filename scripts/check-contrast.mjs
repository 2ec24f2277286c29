// WCAG 2.2 AA contrast of every pair of roles that meet in the interface, in both themes, and of initials on member tiles.
// Usage: node check-contrast.mjs   (exit 1 when a pair fails)
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../app/styles/tokens.css", import.meta.url), "utf8");
const roles = {};
for (const [, name, light, dark] of css.matchAll(/--c-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g))
  roles[name] ??= [light, dark];
for (const [, name, h, s, l] of css.matchAll(/--c-(\w+):\s*hsl\((\d+) (\d+)% (\d+)%\)/g))
  roles[name] ??= [hsl(h, s, l), hsl(h, s, l)];

const TEXT = 4.5,
  LARGE_OR_PART = 3;
const surfaces = ["page", "band", "raised"];
const pairs = [
  ...["ink", "ink-soft", "ink-faint", "primary", "primary-strong", "ask", "wait", "stop"].flatMap((t) =>
    surfaces.map((s) => [t, s, TEXT]),
  ),
  ["on-primary", "primary", TEXT],
  ["on-primary", "primary-strong", TEXT],
  ["on-night", "night", TEXT],
  ["on-night-soft", "night", TEXT],
  ["focus-on-night", "night", LARGE_OR_PART],
  ["primary", "primary-wash", TEXT],
  ["ink", "primary-wash", TEXT],
  ["ink-soft", "primary-wash", TEXT],
  ["ask", "ask-wash", TEXT],
  ["ink", "ask-wash", TEXT],
  ["wait", "wait-wash", TEXT],
  ["ink", "wait-wash", TEXT],
  ["ink-soft", "wait-wash", TEXT],
  ["stop", "stop-wash", TEXT],
  ["ink", "stop-wash", TEXT],
  ["ink-soft", "stop-wash", TEXT],
  ["ink-soft", "ask-wash", TEXT],
  ...surfaces.flatMap((s) => [
    ["edge", s, LARGE_OR_PART],
    ["focus", s, LARGE_OR_PART],
    ["primary", s, LARGE_OR_PART],
  ]),
  ["edge", "stop-wash", LARGE_OR_PART],
  ["focus", "primary-wash", LARGE_OR_PART],
];
const dark = ["porfido", "cotto", "serpentino", "lapis", "nero"],
  light = ["giallo", "cipollino", "acqua", "rosa"];

const worst = {};
let failed = 0;

function say(name, ratio, floor, theme) {
  if (ratio < floor) {
    failed += 1;
    console.log(`FAIL ${ratio.toFixed(2)} < ${floor}  ${name} (${theme})`);
  }
  if (!worst[theme] || ratio / floor < worst[theme].margin)
    worst[theme] = { margin: ratio / floor, text: `${name} ${ratio.toFixed(2)} of ${floor}` };
}

for (const [text, ground, floor] of pairs)
  for (const [i, theme] of ["light", "dark"].entries())
    say(`${text} on ${ground}`, ratio(roles[text][i], roles[ground][i]), floor, theme);
for (const stone of dark) say(`initials on ${stone}`, ratio(roles.avorio[0], roles[stone][0]), TEXT, "tile");
for (const stone of light) say(`initials on ${stone}`, ratio(roles.nero[0], roles[stone][0]), TEXT, "tile");
for (const [theme, { text }] of Object.entries(worst)) console.log(`closest to the floor, ${theme}: ${text}`);
console.log(`${pairs.length * 2 + dark.length + light.length} pairs, ${failed} failed`);
process.exit(failed ? 1 : 0);

function hsl(h, s, l) {
  const a = (s / 100) * Math.min(l / 100, 1 - l / 100);
  return (
    "#" +
    [0, 8, 4]
      .map((n) => {
        const k = (n + h / 30) % 12;
        return Math.round(255 * (l / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
          .toString(16)
          .padStart(2, "0");
      })
      .join("")
  );
}
function luminance(hex) {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a, b) {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m);
  return (x + 0.05) / (y + 0.05);
}
