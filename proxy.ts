import type { NextRequest, NextResponse } from "next/server";
import createIntl from "next-intl/middleware";
import { isSameOrigin } from "@/lib/core/origin";
import { isDatabaseUp } from "@/lib/db/health";
import { env, isSecure } from "@/lib/env";
import { isOwnForm, isReadableAddress } from "@/lib/http/request-fault";
import { type Notice, noticePage } from "@/lib/i18n/notice-page";
import { routing } from "@/lib/i18n/routing";

const BODY_BYTES_MAX = 11 * 1024 * 1024;
const intl = createIntl(routing);

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const isWrite = ({ method }: NextRequest) => method !== "GET" && method !== "HEAD";

type Fault = { readonly notice: Notice; readonly status: number };

/** Why a request that changes something may not go on; null when it may. */
async function faultOfWrite(request: NextRequest): Promise<Fault | null> {
  const { headers } = request;
  if (!isSameOrigin(headers.get("origin"), env.APP_URL)) return { notice: "origin", status: 403 };
  const length = headers.get("content-length");
  // The framework passes an action on to the page that has it, as a stream: its own limit holds for those.
  if (length === null && !headers.has("x-action-forwarded")) return { notice: "length", status: 411 };
  if (Number(length) > BODY_BYTES_MAX) return { notice: "tooLarge", status: 413 };
  return (await isOwnForm(request)) ? null : { notice: "notAForm", status: 400 };
}

async function faultOf(request: NextRequest): Promise<Fault | null> {
  if (!isReadableAddress(request.nextUrl)) return { notice: "address", status: 400 };
  return isWrite(request) ? faultOfWrite(request) : null;
}

/** What is refused before any page or action runs; null lets the request through. */
async function refusal(request: NextRequest): Promise<Response | null> {
  const locale = /^\/en(\/|$)/.test(request.nextUrl.pathname) ? "en" : "it";
  const fault = await faultOf(request);
  if (fault) return noticePage(fault.notice, locale, fault.status);
  // An action called by script answers for itself and keeps what was typed; everything else needs a page.
  const isScripted = isWrite(request) && request.headers.has("next-action");
  return isScripted || (await isDatabaseUp()) ? null : noticePage("unavailable", locale, 503);
}

/** Nonce, locale and the guards that need no session. Who may see what is never decided here. */
export default async function proxy(request: NextRequest): Promise<Response> {
  const refused = await refusal(request);
  if (refused) return refused;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request's own policy, so it is set there first; intl copies the headers.
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-tessera-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = intl(request) as NextResponse;
  response.headers.set("content-security-policy", policy);
  if (isSecure()) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

// Everything but the interface for machines and the files at the root: an unknown name with a dot is a page that is not there.
export const config = {
  matcher: "/((?!api/|_next/|icon.svg$|apple-icon.png$|favicon.ico$|robots.txt$|sitemap.xml$|manifest.webmanifest$).*)",
};
