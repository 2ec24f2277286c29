import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { NavLink } from "./nav-link";
import type { FrameViewer } from "./viewer";

type Item = readonly [href: ComponentProps<typeof NavLink>["href"], icon: IconName, word: ItemWord];
type ItemWord = "home" | "people" | "associations" | "projects" | "profile" | "competences" | "signIn";

const SHARED: readonly Item[] = [
  ["/people", "people", "people"],
  ["/associations", "associations", "associations"],
  ["/projects", "projects", "projects"],
];
const MEMBER: readonly Item[] = [["/home", "dashboard", "home"], ...SHARED, ["/profile", "profile", "profile"]];
const VISITOR: readonly Item[] = [
  ...SHARED,
  ["/competences", "competences", "competences"],
  ["/sign-in", "signIn", "signIn"],
];

/** The navigation of narrow screens: five places, each an icon and a word. */
export function BottomBar({ viewer }: { viewer: FrameViewer }) {
  const t = useTranslations("layout.nav");
  return (
    <nav className="bar" aria-label={t("bottom")}>
      {(viewer ? MEMBER : VISITOR).map(([href, icon, word]) => (
        <NavLink key={word} href={href}>
          <Icon name={icon} />
          {t(word)}
        </NavLink>
      ))}
    </nav>
  );
}
