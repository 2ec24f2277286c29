// The first that matches: browsers call themselves by the names of older ones too.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bChromium\//, "Chromium"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** Browser and system as their owner recognises them; the parts one cannot tell are empty. */
export type Device = { readonly browser: string; readonly system: string };

export function deviceOf(userAgent: string): Device {
  const first = (table: typeof BROWSERS) => table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}

/** «Firefox/Linux»: what is kept of a browser's long description of itself. */
export function shortUserAgent(userAgent: string): string | null {
  const { browser, system } = deviceOf(userAgent);
  return browser || system ? `${browser}/${system}` : null;
}

/** The same two parts, read back. */
export function deviceFrom(short: string | null): Device {
  const [browser = "", system = ""] = (short ?? "").split("/");
  return { browser, system };
}
