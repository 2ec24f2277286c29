"use client";

import type { ComponentProps, ReactNode } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";

type NavLinkProps = { href: Extract<ComponentProps<typeof Link>["href"], string>; children: ReactNode };

/** A link of the navigation; marks where one is, and the section one is in. */
export function NavLink({ href, children }: NavLinkProps) {
  const path: string = usePathname();
  const isInside = path.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={path === href ? "page" : isInside ? "true" : undefined}>
      {children}
    </Link>
  );
}
