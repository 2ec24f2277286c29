import { useTranslations } from "next-intl";
import { THEMES, type Theme } from "@/lib/core/theme";

type ThemeSwitchProps = { theme: Theme; action: (form: FormData) => Promise<void> };

/** Three buttons of one form: the server keeps the choice in a cookie and sets `data-theme` on `<html>`. */
export function ThemeSwitch({ theme, action }: ThemeSwitchProps) {
  const t = useTranslations("layout.theme");
  return (
    <form action={action}>
      <fieldset className="seg">
        <legend className="vh">{t("legend")}</legend>
        {THEMES.map((choice) => (
          <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
            {t(choice)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
