import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Link } from "@/lib/i18n/navigation";

export type Crumb = { readonly label: string; readonly href: ComponentProps<typeof Link>["href"] };

/** The way back from an inner page; the last one is where one is. */
export function Crumbs({ path, current }: { path: readonly Crumb[]; current: string }) {
  const t = useTranslations("ui");
  return (
    <nav className="crumbs" aria-label={t("path")}>
      <ol>
        {path.map(({ label, href }) => (
          <li key={label}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
