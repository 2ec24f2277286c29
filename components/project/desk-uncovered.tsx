import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Actions, LinkButton } from "@/components/ui/button";
import { State } from "@/components/ui/tiles";
import type { DeskView } from "@/lib/project/desk/types";
import { isOpenToOffers } from "@/lib/project/rules";

/** Seats nobody sits in yet, what is indispensable first; from each one goes on to who could cover it. */
export function DeskUncovered({ desk: { project, mayManage } }: { desk: DeskView }) {
  const t = useTranslations("project");
  const { slug, needs, state, locale } = project;
  const open = needs.filter(({ seats, accepted }) => accepted < seats);
  if (!mayManage || open.length === 0 || !isOpenToOffers(state)) return null;
  const sorted = [...open].sort((a, b) => Number(b.isCritical) - Number(a.isCritical));
  return (
    <Section id="uncovered" title={t("cover.uncovered")}>
      <ul className="ledger ledger--tight">
        {sorted.map(({ id, title, seats, accepted, isCritical }) => (
          <li key={id}>
            <p>
              <b lang={locale}>{title}</b> {isCritical ? <State tone="wait">{t("helping.critical")}</State> : null}
            </p>
            <p className="meta">{t("cover.free", { count: seats - accepted })}</p>
            <Actions className="mt-4">
              <LinkButton size="small" href={{ pathname: "/projects/[slug]/needs/[id]/cover", params: { slug, id } }}>
                {t("cover.link")}
                <span className="vh">: {title}</span>
              </LinkButton>
            </Actions>
          </li>
        ))}
      </ul>
    </Section>
  );
}
