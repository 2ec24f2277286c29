import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { env } from "@/lib/env";
import { LINK_MINUTES, newToken } from "./token";

type MailLink = (link: { email: string; token: string }) => Promise<void>;
type Parts = { adapter: Partial<Adapter>; mailLink: MailLink };
type Route = readonly ["signin" | "callback", "email"];
type Input = { query?: Record<string, string>; body?: Record<string, string> };

const quiet = () => {};

function optionsOf({ adapter, mailLink }: Parts): AuthOptions {
  return {
    adapter: adapter as Adapter,
    secret: env.AUTH_SECRET,
    session: { strategy: "database" },
    // Its cookies never leave this process: ours is set by whoever calls.
    useSecureCookies: false,
    // Faults are kept by `remembering`: the library's logger is one for the whole process.
    logger: { error: quiet, warn: quiet, debug: quiet },
    providers: [
      {
        // A plain object: next-auth/providers/email would bring its own mailer.
        id: "email",
        type: "email",
        name: "Email",
        server: "",
        from: "",
        options: {},
        maxAge: LINK_MINUTES * 60,
        // The form's schema has already made it one lower-case address.
        normalizeIdentifier: (email) => email,
        generateVerificationToken: newToken,
        sendVerificationRequest: ({ identifier, token }) => mailLink({ email: identifier, token }),
      },
    ],
  };
}

/**
 * Runs one route of next-auth in this process, so that a plain form can use it without script. Answers with the
 * library's word for why it refused («Verification»: the link is not valid); null when it went well. Throws faults of ours.
 */
export async function runNextAuth(parts: Parts, route: Route, { query = {}, body }: Input): Promise<string | null> {
  const faults: unknown[] = [];
  const adapter = Object.fromEntries(
    Object.entries(parts.adapter).map(([name, method]) => [name, remembering(method as Method, faults)]),
  );
  const mailLink = remembering(parts.mailLink as Method, faults) as MailLink;
  const location = await locationAfter(optionsOf({ adapter, mailLink }), route, { query, ...(body && { body }) });
  if (faults.length > 0) throw faults[0];
  if (location === null) throw new Error(`next-auth gave no answer to ${route.join("/")}`);
  return new URL(location, env.APP_URL).searchParams.get("error");
}

type Method = (...all: unknown[]) => Promise<unknown>;

/** The same function, its faults kept: next-auth turns them into redirects. */
function remembering(method: Method, faults: unknown[]): Method {
  return async (...all) => {
    try {
      return await method(...all);
    } catch (error) {
      faults.push(error);
      throw error;
    }
  };
}

/** Hands the library a request and a response of its own make; where it would send the browser. */
async function locationAfter(options: AuthOptions, route: Route, { query, body }: Input): Promise<string | null> {
  let location: string | null = null;
  // The Origin has been checked: this is the pair it insists on besides, for this one request.
  const csrfToken = randomBytes(32).toString("hex");
  const csrfHash = createHash("sha256").update(`${csrfToken}${env.AUTH_SECRET}`).digest("hex");
  const request = {
    method: body ? "POST" : "GET",
    query: { nextauth: route, ...query },
    body: body && { ...body, csrfToken },
    cookies: body ? { "next-auth.csrf-token": `${csrfToken}|${csrfHash}` } : {},
    headers: { host: new URL(env.APP_URL).host },
  };
  const response = {
    status: () => response,
    getHeader: quiet,
    setHeader(name: string, value: string) {
      if (name === "Location") location = value;
      return response;
    },
    end: quiet,
    send: quiet,
    json: quiet,
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return location;
}
