import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Theme } from "@/lib/core/theme";
import { BottomBar } from "./bottom-bar";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SkipLink } from "./skip-link";

import type { FrameViewer } from "./viewer";

type SiteShellProps = {
  viewer: FrameViewer;
  search: ReactNode;
  theme: Theme;
  themeAction: (form: FormData) => Promise<void>;
  children: ReactNode;
};

/** The frame of every page but signing in: what is inside `<main>` is the page's. */
export function SiteShell({ viewer, search, theme, themeAction, children }: SiteShellProps) {
  const t = useTranslations("layout");
  return (
    <>
      <SkipLink />
      <SiteHeader viewer={viewer} search={search} />
      <main id="content" tabIndex={-1}>
        {children}
        <p className="wrap print-note">{t("printNote")}</p>
      </main>
      <SiteFooter viewer={viewer} theme={theme} themeAction={themeAction} />
      <BottomBar viewer={viewer} />
    </>
  );
}
