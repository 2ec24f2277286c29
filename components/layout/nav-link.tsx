"use client";

import { usePathname } from "next/navigation";
import { useLocale } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { getPathname, Link } from "@/lib/i18n/navigation";

type NavLinkProps = { href: Extract<ComponentProps<typeof Link>["href"], string>; children: ReactNode };

/**
 * A link of the navigation; marks where one is, and the section one is in. Addresses are compared as they are written: to find
 * out the route of an address, every route is put in order and tried, for each link anew.
 */
export function NavLink({ href, children }: NavLinkProps) {
  const path = usePathname();
  const own = getPathname({ href, locale: useLocale() });
  const isInside = path.startsWith(`${own}/`);
  return (
    <Link href={href} aria-current={path === own ? "page" : isInside ? "true" : undefined}>
      {children}
    </Link>
  );
}
