import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { Icon } from "./icon";

export function Chip({ children, isOn = false }: { children: ReactNode; isOn?: boolean }) {
  return <span className={isOn ? "chip chip--on" : "chip"}>{children}</span>;
}

/** An active filter; following it leads to the same list without it. */
export function FilterChip({ children, href }: { children: ReactNode; href: ComponentProps<typeof Link>["href"] }) {
  const t = useTranslations("ui");
  return (
    <Link className="chip" href={href}>
      {children} <Icon name="remove" isSmall />
      <span className="vh">{t("removeFilter")}</span>
    </Link>
  );
}

export function Chips({ children }: { children: readonly ReactNode[] }) {
  return (
    <ul className="chips">
      {children.map((chip, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: chips have no identity of their own and never reorder
        <li key={i}>{chip}</li>
      ))}
    </ul>
  );
}
