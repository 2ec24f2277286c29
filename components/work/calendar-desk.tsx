import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Fold } from "@/components/ui/fold";
import { Instant } from "@/components/ui/moment";
import type { FormAction } from "@/lib/form/form-state";

type CalendarDeskProps = {
  /** Null while there is none. */
  address: string | null;
  since: string | null;
  actions: Readonly<Record<"make" | "renew" | "remove", FormAction>>;
};

const PROGRAMS = ["google", "apple", "outlook"] as const;

/** What the calendar holds, its address, how a program follows it, and how it ends. */
export function CalendarDesk({ address, since, actions }: CalendarDeskProps) {
  const t = useTranslations("work.calendar");
  return (
    <div className="stack stack--sections">
      <section>
        <p>{t("lead")}</p>
        <ul className="mt-3 grid gap-1 list-disc pl-6">
          {(["meeting", "task", "deliverable"] as const).map((kind) => (
            <li key={kind}>{t(`holds.${kind}`)}</li>
          ))}
        </ul>
        <p className="meta mt-3">{t("span")}</p>
      </section>
      {address && since ? (
        <Address address={address} since={since} actions={actions} />
      ) : (
        <ButtonForm action={actions.make} formKey={crypto.randomUUID()} hidden={{}} look="primary">
          {t("make")}
        </ButtonForm>
      )}
    </div>
  );
}

function Address({ address, since, actions }: CalendarDeskProps & { address: string; since: string }) {
  const t = useTranslations("work.calendar");
  return (
    <>
      <section>
        <h2>{t("address")}</h2>
        <input className="mt-2 w-full" type="text" readOnly value={address} aria-label={t("address")} />
        <p className="meta mt-2">{t.rich("since", { day: () => <Instant at={since} look="dated" /> })}</p>
        <p className="mt-3">{t("secret")}</p>
        <p className="mt-4">
          <AnchorButton href={address.replace(/^https?:/, "webcal:")}>{t("open")}</AnchorButton>
        </p>
        <Fold title={t("how")}>
          <dl>
            {PROGRAMS.map((program) => (
              <div key={program} className="mt-2">
                <dt>
                  <b>{t(`programs.${program}.name`)}</b>
                </dt>
                <dd>{t(`programs.${program}.how`)}</dd>
              </div>
            ))}
          </dl>
          <p className="meta mt-3">{t("often")}</p>
        </Fold>
      </section>
      <section>
        <h2>{t("renew")}</h2>
        <p className="mt-2 mb-4">{t("renewNote")}</p>
        <ButtonForm action={actions.renew} formKey={crypto.randomUUID()} hidden={{}}>
          {t("renew")}
        </ButtonForm>
      </section>
      <section>
        <h2>{t("remove")}</h2>
        <p className="mt-2 mb-4">{t("removeNote")}</p>
        <ButtonForm action={actions.remove} formKey={crypto.randomUUID()} hidden={{}} look="stop">
          {t("remove")}
        </ButtonForm>
      </section>
    </>
  );
}
