import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "@/components/ui/brand";
import { LinkButton } from "@/components/ui/button";
import { PersonTile } from "@/components/ui/emblem";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/lib/i18n/navigation";
import { LanguageLink } from "./language-link";
import { NavLink } from "./nav-link";
import type { FrameViewer } from "./viewer";

type SiteHeaderProps = {
  viewer: FrameViewer;
  /** The search of every page, for members. */
  search: ReactNode;
};

/** Brand, at most six links, search, what waits, own tile. Below 64 rem the links move to the bar at the bottom. */
export function SiteHeader({ viewer, search }: SiteHeaderProps) {
  const t = useTranslations("layout");
  return (
    <header className="top">
      <div className="wrap">
        <Brand name={t("name")} />
        <nav className="nav" aria-label={t("nav.main")}>
          {viewer ? <NavLink href="/home">{t("nav.home")}</NavLink> : null}
          <NavLink href="/people">{t("nav.people")}</NavLink>
          <NavLink href="/associations">{t("nav.associations")}</NavLink>
          <NavLink href="/projects">{t("nav.projects")}</NavLink>
          <NavLink href="/competences">{t("nav.competences")}</NavLink>
          {viewer ? null : <NavLink href="/how-it-works">{t("nav.howItWorks")}</NavLink>}
        </nav>
        <div className="top-tools">{viewer ? <MemberTools viewer={viewer} search={search} /> : <VisitorTools />}</div>
      </div>
    </header>
  );
}

function VisitorTools() {
  const t = useTranslations("layout");
  return (
    <>
      <LanguageLink className="lang" isShort />
      <LinkButton size="small" href="/sign-in">
        {t("signIn")}
      </LinkButton>
      <LinkButton size="small" look="primary" className="only-wide" href="/sign-up">
        {t("signUp")}
      </LinkButton>
    </>
  );
}

function MemberTools({ viewer, search }: SiteHeaderProps & { viewer: NonNullable<FrameViewer> }) {
  const t = useTranslations("layout");
  return (
    <>
      {search}
      <LanguageLink className="lang only-wide" isShort />
      <Link className="tool only-narrow" href="/people">
        <span className="vh">{t("search.short")}</span>
        <Icon name="search" />
      </Link>
      <Link className="tool" href="/home">
        <span className="vh">{t("waiting", { count: viewer.waitingCount })}</span>
        <Icon name="waiting" />
        {viewer.waitingCount > 0 ? (
          <span className="count" aria-hidden="true">
            {viewer.waitingCount}
          </span>
        ) : null}
      </Link>
      <Link className="tool" href="/profile">
        <span className="vh">{t("ownProfile", { name: viewer.name })}</span>
        <PersonTile
          slug={viewer.handle}
          name={viewer.name}
          values={viewer.values ?? []}
          photo={viewer.photo}
          side={32}
        />
      </Link>
    </>
  );
}
