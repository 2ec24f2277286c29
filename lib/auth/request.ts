import "server-only";
import { headers } from "next/headers";
import { isSameOrigin } from "@/lib/core/origin";
import { env } from "@/lib/env";

/** Where a submission comes from. */
export type Origin = {
  /** Whether it left one of our own pages. */
  readonly isOwn: boolean;
  /** The network it counts for in throttles: an IPv4 address or the /64 of an IPv6 one. */
  readonly network: string;
  /** @pii the browser's own description, shortened. */
  readonly userAgent: string;
};

export async function readOrigin(): Promise<Origin> {
  const given = await headers();
  return {
    isOwn: isSameOrigin(given.get("origin"), env.APP_URL),
    network: networkOf(clientAddress(given.get("x-forwarded-for"))),
    userAgent: (given.get("user-agent") ?? "").slice(0, 200),
  };
}

/** The address the outermost trusted proxy saw; the last of the list is our own socket's, see lib/http/socket-address.ts. */
function clientAddress(forwarded: string | null): string {
  const hops = (forwarded ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-1 - env.TRUSTED_PROXIES) ?? "unknown";
}

/** An IPv4 address as it is; of an IPv6 one the first 64 bits, which one subscriber holds. */
export function networkOf(address: string): string {
  const [bare = ""] = address.toLowerCase().split("%");
  if (!bare.includes(":")) return bare;
  if (bare.startsWith("::ffff:") && bare.includes(".")) return bare.slice(7);
  const [head = "", tail] = bare.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
