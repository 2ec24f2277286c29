import { useTranslations } from "next-intl";
import { NavLink } from "@/components/layout/nav-link";

const PAGES = ["account", "security", "privacy", "notifications", "calendar", "appearance"] as const;

/** The parts of the settings, on top of each of them. */
export function SettingsNav() {
  const t = useTranslations("account.settings");
  return (
    <nav className="tabs settings-nav" aria-label={t("nav")}>
      {PAGES.map((name) => (
        <NavLink key={name} href={`/settings/${name}`}>
          {t(`tabs.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
