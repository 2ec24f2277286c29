import { actionsKey, authSecret } from "./secrets.mjs";

export const addressAt = (port, appUrl) => appUrl || `http://localhost:${port}`;

/** What the application needs to know to serve; everything else it has defaults for. */
export function applicationEnvironment({ databaseUrl, port, appUrl }) {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
    APP_URL: addressAt(port, appUrl),
    NEXTAUTH_URL: addressAt(port, appUrl),
  };
}
