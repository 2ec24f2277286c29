import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";

type Target = { readonly href: ComponentProps<typeof Link>["href"] } | { readonly anchor: `#${string}` };

export type Tab = Target & { readonly label: ReactNode; readonly isCurrent?: boolean | undefined };

/** Links, in the page or between pages; never a widget. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab, i) =>
        "anchor" in tab ? (
          <a key={tab.anchor} href={tab.anchor} aria-current={tab.isCurrent ? "true" : undefined}>
            {tab.label}
          </a>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may be an object; tabs never reorder
          <Link key={i} href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
            {tab.label}
          </Link>
        ),
      )}
    </nav>
  );
}
