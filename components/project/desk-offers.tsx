import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Actions } from "@/components/ui/button";
import { PersonTile } from "@/components/ui/emblem";
import { Ledger } from "@/components/ui/ledger";
import { Day, Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { FormAction } from "@/lib/form/form-state";
import type { DeskNeed } from "@/lib/project/desk/types";
import type { OfferView } from "@/lib/project/offer/types";
import { Brought } from "./brought";
import { PersonName, sitterOf } from "./person";

type DeskOffersProps = {
  needs: readonly DeskNeed[];
  /** Of the project, in which people write of it. */
  lang: string;
  accept: FormAction;
  decline: FormAction;
  mayAnswer: boolean;
};

/** Offers that wait, need by need: a yes and a «non ora», as near as each other; then who queues for a seat. */
export function DeskOffers({ needs, ...answers }: DeskOffersProps) {
  const t = useTranslations("project.manage");
  const withOffers = needs.filter(({ waiting, queued }) => waiting.length + queued.length > 0);
  return (
    <Section id="offers" title={t("offers")} note={t("offersNote")}>
      {withOffers.length === 0 ? <p>{t("noOffers")}</p> : null}
      <div className="stack stack--form">
        {withOffers.map((need) => (
          <NeedOffers key={need.id} need={need} {...answers} />
        ))}
      </div>
    </Section>
  );
}

function NeedOffers({ need, ...answers }: { need: DeskNeed } & Omit<DeskOffersProps, "needs">) {
  const t = useTranslations("project.manage");
  const { title, accepted, seats, waiting, queued } = need;
  return (
    <section>
      <h3 lang={answers.lang}>{title}</h3>
      <p className="meta mb-4">{t("taken", { accepted, seats })}</p>
      <Ledger>
        {waiting.map((offer) => (
          <OfferRow key={offer.id} offer={offer} yes={t("accept")} {...answers} />
        ))}
        {queued.map((offer, i) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            place={t("place", { place: i + 1 })}
            yes={i === 0 && accepted < seats ? t("giveSeat") : null}
            {...answers}
          />
        ))}
      </Ledger>
      {queued.length > 0 ? <p className="meta">{t("queueNote")}</p> : null}
    </section>
  );
}

type OfferRowProps = Omit<DeskOffersProps, "needs"> & { offer: OfferView; yes: string | null; place?: ReactNode };

function OfferRow({ offer, lang, yes, place, accept, decline, mayAnswer }: OfferRowProps) {
  const t = useTranslations("project");
  const sitter = sitterOf(offer.person, 0, t("someone"));
  const name = <span className="vh">: {sitter.name}</span>;
  return (
    <li>
      <Who
        isTop
        tile={<PersonTile slug={sitter.handle} {...sitter} side={40} />}
        name={<PersonName person={offer.person} />}
        lines={[<Brought key="brought" offer={offer} lang={lang} />, <When key="when" offer={offer} place={place} />]}
      />
      {offer.message ? (
        <p className="remark mt-4" lang={lang}>
          {offer.message}
        </p>
      ) : null}
      {mayAnswer ? (
        <Actions className="mt-4">
          {yes ? (
            <ButtonForm
              action={accept}
              formKey={crypto.randomUUID()}
              hidden={{ offerId: offer.id }}
              look="primary"
              size="small"
            >
              {yes}
              {name}
            </ButtonForm>
          ) : null}
          <ButtonForm action={decline} formKey={crypto.randomUUID()} hidden={{ offerId: offer.id }} size="small">
            {t("manage.decline")}
            {name}
          </ButtonForm>
        </Actions>
      ) : null}
    </li>
  );
}

function When({ offer, place }: { offer: OfferView; place: ReactNode }) {
  const t = useTranslations("project.manage");
  return (
    <>
      {place ? <>{place} · </> : null}
      {t.rich("offeredOn", { day: () => <Instant at={offer.offeredAt} look="dated" /> })}
      {offer.untilOn ? (
        <> · {t.rich("offerUntil", { day: () => <Day on={offer.untilOn ?? ""} look="dated" /> })}</>
      ) : null}
    </>
  );
}
