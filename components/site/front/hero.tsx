import { useTranslations } from "next-intl";
import { Actions, LinkButton } from "@/components/ui/button";
import { Floor } from "@/components/ui/emblem";
import { glyphsOf, Tiles } from "@/components/ui/tiles";
import type { Ends, Place } from "@/lib/notification/place/types";

/** When nobody has founded anything yet, the floor is laid with these. */
const FALLBACK = ["care", "trust", "competence", "courage", "reciprocity"] as const;
const TILES_MAX = 60;

type HeroProps = { values: readonly string[]; association: Place | null; ends: Ends | null; isMember: boolean };

/** What Tessera is, in one sentence, beside a floor laid with the values of the associations that are here. */
export function Hero({ values, association, ends, isMember }: HeroProps) {
  const t = useTranslations("site.front");
  return (
    <section className="hero">
      <div className="wrap hero-in">
        <div className="hero-text">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <Actions>
            <LinkButton look="primary" size="big" href={isMember ? "/home" : "/sign-up"}>
              {t(isMember ? "toHome" : "signUp")}
            </LinkButton>
            <LinkButton
              size="big"
              href={
                association ? { pathname: "/associations/[slug]", params: { slug: association.slug } } : "/how-it-works"
              }
            >
              {t(association ? "anAssociation" : "how")}
            </LinkButton>
          </Actions>
          {ends ? <Promises ends={ends} /> : null}
        </div>
      </div>
      <Floor
        className="hero-floor"
        slug="tessera"
        values={values.length > 0 ? values : FALLBACK}
        grid={[14, 8, 0.2]}
        isLaid
      />
    </section>
  );
}

function Promises({ ends }: { ends: Ends }) {
  const t = useTranslations("site.front");
  const { kept, partly, released, missed } = ends;
  const total = kept + partly + released + missed;
  if (total === 0) return null;
  return (
    <p className="meta hero-note">
      {total <= TILES_MAX ? (
        <Tiles size="s" glyphs={glyphsOf({ full: kept, half: partly, missed, letGo: released })} />
      ) : null}
      <span>{t("promises", { total, kept, partly, released, missed })}</span>
    </p>
  );
}
