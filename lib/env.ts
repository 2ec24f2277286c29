import "server-only";
import * as z from "zod";

/** The only reader of process.env. Parsed once; a missing value stops the process with its name. */
const schema = z.object({
  DATABASE_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(32),
  APP_URL: z.url(),
  SMTP_URL: z.string().optional(),
  /** Who answers for this instance, and where to write to them: named in the legal pages. */
  OPERATOR: z.string().optional(),
  CONTACT: z.email().optional(),
  MAIL_FROM: z.string().default("Tessera <tessera@localhost>"),
  WORKER: z.enum(["on", "off", "only"]).default("on"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** Proxies in front that set X-Forwarded-For; 0 trusts nobody. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Requests a minute that one account, or one network without an account, may make of the interface for programs. */
  API_PER_MINUTE: z.coerce.number().int().min(1).default(240),
  /** "1" opens the empty page that the bench measures pages against. */
  BENCH: z.enum(["0", "1"]).default("0"),
});

export type Env = z.output<typeof schema>;

const kept = globalThis as typeof globalThis & { tesseraEnv?: Env };

function parse(): Env {
  const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
  throw new Error(`Configuration: missing or wrong ${names}. See .env.example.`);
}

/** Lazy, so that a build needs no configuration. */
export const env: Env = new Proxy({} as Env, {
  get(_, name) {
    kept.tesseraEnv ??= parse();
    return kept.tesseraEnv[name as keyof Env];
  },
});

/** Whether we are reached over https: decides the names and flags of cookies. */
export const isSecure = () => env.APP_URL.startsWith("https:");

/** Who runs this instance: as configured, else by the address of the site and the one its mails come from. */
export function operator(): { name: string; contact: string } {
  const sender = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
  return { name: env.OPERATOR ?? new URL(env.APP_URL).host, contact: env.CONTACT ?? sender };
}
