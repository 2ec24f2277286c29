import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/lib/i18n/navigation";

const RULES = ["give", "own", "no", "deed", "door"] as const;
const NEVER = ["likes", "counts", "ranks", "bulk", "feed", "paid"] as const;

/** A few rules, the same for everyone; and what is left out on purpose. */
export function FrontRules() {
  const t = useTranslations("site.front.rules");
  return (
    <section className="band rules" aria-labelledby="rules-title">
      <div className="wrap rules-in">
        <div>
          <h2 id="rules-title">{t("title")}</h2>
          <ol className="rules-list">
            {RULES.map((rule) => (
              <li key={rule}>
                <b>{t(`${rule}.name`)}</b> {t(`${rule}.text`)}
              </li>
            ))}
          </ol>
        </div>
        <div className="never">
          <h3>{t("never")}</h3>
          <ul>
            {NEVER.map((thing) => (
              <li key={thing}>
                <Icon name="remove" isSmall />
                {t(`none.${thing}`)}
              </li>
            ))}
          </ul>
          <p className="meta">{t.rich("more", { link: (words) => <Link href="/how-it-works">{words}</Link> })}</p>
        </div>
      </div>
    </section>
  );
}
