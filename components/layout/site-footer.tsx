import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Brand } from "@/components/ui/brand";
import type { Theme } from "@/lib/core/theme";
import { Link } from "@/lib/i18n/navigation";
import { LanguageLink } from "./language-link";
import { ThemeSwitch } from "./theme-switch";
import type { FrameViewer } from "./viewer";

type SiteFooterProps = {
  viewer: FrameViewer;
  theme: Theme;
  themeAction: (form: FormData) => Promise<void>;
};

export function SiteFooter({ viewer, theme, themeAction }: SiteFooterProps) {
  const t = useTranslations("layout");
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot-cols">
          <div>
            <Brand name={t("name")} />
            <p className="foot-line">{t("line")}</p>
          </div>
          <Group title={t("footer.explore")}>
            <Item href="/people">{t("nav.people")}</Item>
            <Item href="/associations">{t("nav.associations")}</Item>
            <Item href="/projects">{t("nav.projects")}</Item>
            <Item href="/competences">{t("nav.competences")}</Item>
          </Group>
          {viewer ? (
            <Group title={t("footer.own")}>
              <Item href="/profile">{t("nav.profile")}</Item>
              <Item href="/applications">{t("footer.applications")}</Item>
              <Item href="/notifications">{t("footer.notifications")}</Item>
              <Item href="/settings/account">{t("footer.settings")}</Item>
            </Group>
          ) : null}
          <Group title={t("footer.how")}>
            <Item href="/how-it-works">{t("nav.howItWorks")}</Item>
            <Item href="/code-of-conduct">{t("footer.conduct")}</Item>
            <Item href="/credits">{t("footer.credits")}</Item>
          </Group>
          <Group title={t("footer.notes")}>
            <Item href="/privacy">{t("footer.privacy")}</Item>
            <Item href="/terms">{t("footer.terms")}</Item>
            <Item href="/accessibility">{t("footer.accessibility")}</Item>
          </Group>
        </div>
        <div className="foot-end">
          <ThemeSwitch theme={theme} action={themeAction} />
          <p>
            <LanguageLink />
          </p>
        </div>
      </div>
    </footer>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="foot-list">{children}</ul>
    </nav>
  );
}

function Item({ href, children }: { href: ComponentProps<typeof Link>["href"]; children: ReactNode }) {
  return (
    <li>
      <Link href={href}>{children}</Link>
    </li>
  );
}
