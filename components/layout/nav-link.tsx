import { useLocale } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { getPathname, type Link } from "@/lib/i18n/navigation";
import { CurrentLink } from "./current-link";

type NavLinkProps = { href: Extract<ComponentProps<typeof Link>["href"], string>; children: ReactNode };

/** A link of the navigation; marks where one is, and the section one is in. */
export function NavLink({ href, children }: NavLinkProps) {
  return <CurrentLink href={getPathname({ href, locale: useLocale() })}>{children}</CurrentLink>;
}
