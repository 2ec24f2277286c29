import { expect, test } from "vitest";
import { deviceFrom, shortUserAgent } from "./user-agent";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Firefox/Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"],
  ["Chrome/Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`],
  ["Edge/Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`],
  ["Chrome/Linux", `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/131.0.0.0 Safari/537.36`],
  ["Chromium/Linux", `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Ubuntu Chromium/131.0 Chrome/131.0 Safari/537.36`],
  [
    "Samsung Internet/Android",
    `Mozilla/5.0 (Linux; Android 14) ${WEBKIT} SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36`,
  ],
  [
    "Safari/macOS",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
  ],
  [
    "Safari/iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
  ],
  [
    "Chrome/iPad",
    "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1",
  ],
  ["/Linux", "Qualcosa/1.0 (Linux)"],
  [null, "curl/8.0"],
  [null, ""],
])("%s is what is kept of «%s»", (short, userAgent) => {
  expect(shortUserAgent(userAgent)).toBe(short);
});

test.each([
  ["Firefox/Linux", { browser: "Firefox", system: "Linux" }],
  ["/Linux", { browser: "", system: "Linux" }],
  [null, { browser: "", system: "" }],
])("%s reads back as %o", (short, device) => {
  expect(deviceFrom(short)).toEqual(device);
});
