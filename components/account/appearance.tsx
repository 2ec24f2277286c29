import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import type { Theme } from "@/lib/core/theme";
import { getPathname } from "@/lib/i18n/navigation";

type AppearanceProps = { theme: Theme; themeAction: (form: FormData) => Promise<void> };

const LANGUAGES = [
  ["it", "italian"],
  ["en", "english"],
] as const;

/** Light or dark, Italian or English. */
export function Appearance({ theme, themeAction }: AppearanceProps) {
  const t = useTranslations("account.settings.appearance");
  const here = useLocale();
  return (
    <>
      <Section id="theme" title={t("theme")}>
        <p className="mb-4">{t("themeText")}</p>
        <ThemeSwitch theme={theme} action={themeAction} />
      </Section>
      <Section id="language" title={t("language")}>
        <p className="mb-4">{t("languageText")}</p>
        <ul className="chips">
          {LANGUAGES.map(([locale, name]) => (
            <li key={locale}>
              <a
                className={locale === here ? "chip chip--on" : "chip"}
                href={getPathname({ href: "/settings/appearance", locale })}
                lang={locale}
                hrefLang={locale}
                aria-current={locale === here ? "true" : undefined}
              >
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
