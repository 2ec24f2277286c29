import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import type { Link } from "@/lib/i18n/navigation";
import { LinkButton } from "./button";

type PaginationProps = {
  /** The same list from the next cursor; null at the end. */
  next: ComponentProps<typeof Link>["href"] | null;
  /** What has been seen: «Le hai viste tutte: 5 su 5.» */
  children?: ReactNode;
};

/** A list is walked forwards; the browser's own «back» walks it backwards. */
export function Pagination({ next, children }: PaginationProps) {
  const t = useTranslations("ui");
  return (
    <nav className="pager" aria-label={t("pages")}>
      <span className="meta">{children}</span>
      {next ? (
        <LinkButton href={next} rel="next">
          {t("more")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
