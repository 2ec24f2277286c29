import { useLocale, useTranslations } from "next-intl";
import { Actions, LinkButton } from "@/components/ui/button";
import { insideQuotes, listOf } from "@/lib/core/text";
import { cleared, queryOf } from "@/lib/directory/filter/rules";
import { WINDOW } from "@/lib/directory/ranking/rules";
import type { Filters, PeoplePage, WayOut as Way } from "@/lib/directory/types";
import { useCriterionLabel } from "./criterion-label";
import { widerLabel } from "./step-title";

type WayOutProps = { filters: Filters; page: PeoplePage; isVisitor: boolean };

/** The last cell of the list: which filter to drop and what that would free; for visitors, that there are others. */
export function WayOut({ filters, page, isVisitor }: WayOutProps) {
  const t = useTranslations("directory.wayOut");
  const say = useWayOut(page.associations);
  const isEmpty = page.total === 0;
  const tell = useTranslations("directory");
  const language = useLocale();
  const aside = (page.waysOut[0]?.setAside ?? []).map((words) => tell("quoted", { words }));
  const isStuck = isEmpty && page.waysOut.length === 0 && page.criteria.length > 0;
  return (
    <li className="people-more">
      <h2>{isEmpty ? t("titleEmpty", { filters: page.criteria.length }) : t("title")}</h2>
      <p className="meta">
        {[
          ...(isEmpty && aside.length > 0 ? [t("aside", { words: listOf(aside, language) })] : []),
          ...page.waysOut.map((way) => say(way).sentence),
          ...(isStuck ? [t("nothing")] : []),
          t(isVisitor ? "visitor" : "ask"),
        ].join(" ")}
      </p>
      <Actions>
        {page.waysOut.map((way, i) => (
          <LinkButton
            key={say(way).act}
            size="small"
            look={i === 0 && isEmpty ? "primary" : "neutral"}
            href={{ pathname: "/people", query: queryOf(way.filters) }}
          >
            {say(way).act}
          </LinkButton>
        ))}
        {isStuck ? (
          <LinkButton size="small" look="primary" href={{ pathname: "/people", query: queryOf(cleared(filters)) }}>
            {t("restart")}
          </LinkButton>
        ) : null}
        {isVisitor ? <VisitorActs /> : <AskAct />}
      </Actions>
    </li>
  );
}

function useWayOut(associations: PeoplePage["associations"]) {
  const t = useTranslations("directory.wayOut");
  const labelOf = useCriterionLabel(associations);
  const language = useLocale();
  return ({ criterion, wider, total }: Way) => {
    const many = total > WINDOW ? "Many" : "";
    const counted = { count: total, max: WINDOW };
    if (wider === null) {
      const filter = insideQuotes(labelOf(criterion), language);
      return { sentence: t(`drop${many}`, { filter, ...counted }), act: t("remove", { filter }) };
    }
    const label = widerLabel(wider, language);
    return {
      sentence: t(`widen${many}.${wider.type as "province"}`, { wider: label, ...counted }),
      act: t(wider.type === "name" ? "respell" : "widenAct", { wider: label }),
    };
  };
}

function AskAct() {
  const t = useTranslations("directory.wayOut");
  return (
    <LinkButton size="small" look="quiet" href="/profile">
      {t("askAct")}
    </LinkButton>
  );
}

function VisitorActs() {
  const t = useTranslations("directory.wayOut");
  return (
    <>
      <LinkButton size="small" href="/sign-up">
        {t("signUp")}
      </LinkButton>
      <LinkButton size="small" look="quiet" href="/sign-in">
        {t("signIn")}
      </LinkButton>
    </>
  );
}
