import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

/** One sentence of somebody else, and the way in. */
export function Closing({ isMember }: { isMember: boolean }) {
  const t = useTranslations("site.front");
  return (
    <section className="closing" aria-label={t("signUp")}>
      <div className="wrap closing-in">
        <figure>
          <blockquote>
            <p>{t("quote")}</p>
          </blockquote>
          <figcaption className="meta">Dom Hélder Pessoa Câmara</figcaption>
        </figure>
        <div className="closing-act">
          <p>{t(isMember ? "closingMember" : "closing")}</p>
          <LinkButton look="primary" size="big" href={isMember ? "/projects/new" : "/sign-up"}>
            {t(isMember ? "propose" : "signUp")}
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
