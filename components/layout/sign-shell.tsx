import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "@/components/ui/brand";
import { Floor } from "@/components/ui/emblem";
import { Link } from "@/lib/i18n/navigation";
import { LanguageLink } from "./language-link";
import { SkipLink } from "./skip-link";

/** Signing in and up: the form beside a floor, and nothing else to follow. */
export function SignShell({ children }: { children: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <>
      <SkipLink />
      <div className="sign-grid">
        <header className="sign-top">
          <Brand name={t("name")} />
        </header>
        <main id="content" className="sign-main" tabIndex={-1}>
          {children}
        </main>
        <Floor
          className="sign-floor"
          slug="sign-in"
          values={["care", "trust", "competence", "roots", "courage"]}
          grid={[10, 12, 0.5]}
        />
        <footer className="sign-foot caption">
          <Link href="/privacy">{t("footer.privacy")}</Link>
          <Link href="/accessibility">{t("footer.accessibilityShort")}</Link>
          <LanguageLink />
        </footer>
      </div>
    </>
  );
}
