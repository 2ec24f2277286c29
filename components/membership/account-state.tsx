import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { AccountView } from "@/lib/membership/period/types";

/** Where one stands, in one sentence; when behind, what that withholds, and the ways to catch up. */
export function AccountState({ view }: { view: AccountView }) {
  const t = useTranslations("membership.account");
  const { state, isListening, account } = view;
  if (state === "PAUSED") return <Notice>{t("paused")}</Notice>;
  if (isListening) return <Notice>{t("listening")}</Notice>;
  if (account.periods.length === 0) return <Notice>{t("noRule")}</Notice>;
  if (account.behindOn === null) return <Notice tone="done">{t("inStep")}</Notice>;
  return <Behind view={view} since={account.behindOn} />;
}

function Behind({ view: { bars, association }, since }: { view: AccountView; since: string }) {
  const t = useTranslations("membership.account");
  const format = useFormatter();
  const params = { slug: association.slug };
  return (
    <div className="sections">
      <Notice tone="wait">
        <p>{t.rich("behind", { day: () => <Day on={since} /> })}</p>
        {bars.length > 0 ? (
          <p>
            {t("bars", {
              bars: format.list(
                bars.map((bar) => t(`bar.${bar}`)),
                { type: "disjunction" },
              ),
            })}
          </p>
        ) : null}
      </Notice>
      <Section id="ways" title={t("ways")} note={t("waysNote")}>
        <ul className="ledger ledger--tight">
          <li className="stack stack--tight">
            <p>{t("wayDoNote")}</p>
            <LinkButton look="primary" href={{ pathname: "/associations/[slug]/contributions", params }}>
              {t("wayDo")}
            </LinkButton>
          </li>
          <li className="stack stack--tight">
            <p>{t("wayPauseNote")}</p>
            <LinkButton href={{ pathname: "/associations/[slug]/pledge", params }}>{t("wayPause")}</LinkButton>
          </li>
        </ul>
      </Section>
    </div>
  );
}
