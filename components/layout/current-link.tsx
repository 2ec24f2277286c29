"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/**
 * A link that says whether one is at its address, or below it. Addresses are compared as they are written: to find out the route
 * of an address, every route is put in order and tried, for each link anew.
 */
export function CurrentLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isInside = path.startsWith(`${href}/`);
  return (
    <a data-soft="" href={href} aria-current={path === href ? "page" : isInside ? "true" : undefined}>
      {children}
    </a>
  );
}
