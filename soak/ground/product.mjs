/** What the product's own code reads of its environment when a soak loads it outside the application. */
export const productEnvironment = (databaseUrl) => ({
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: "only-for-tests-only-for-tests-only",
  APP_URL: "http://localhost:3000",
  WORKER: "off",
  LOG_LEVEL: "silent",
});
