import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/form/button-form";
import { Section } from "@/components/layout/section";
import { Actions } from "@/components/ui/button";
import { PersonTile } from "@/components/ui/emblem";
import { Ledger } from "@/components/ui/ledger";
import { Instant } from "@/components/ui/moment";
import { Who } from "@/components/ui/who";
import type { FormAction } from "@/lib/form/form-state";
import type { BeyondView } from "@/lib/project/beyond/types";
import type { DeskView } from "@/lib/project/desk/types";
import { isOpenToOffers } from "@/lib/project/rules";
import { Brought } from "./brought";
import { PersonName, sitterOf } from "./person";

type DeskBeyondProps = { desk: DeskView; accept: FormAction; decline: FormAction };

/** What is offered beyond the needs: a yes makes a need of it, a «non ora» is as near. */
export function DeskBeyond({ desk: { project, beyond, mayManage }, ...answers }: DeskBeyondProps) {
  const t = useTranslations("project.beyond");
  if (beyond.length === 0) return null;
  const mayAnswer = mayManage && isOpenToOffers(project.state);
  return (
    <Section id="beyond" title={t("desk")} note={t("deskNote")}>
      <Ledger>
        {beyond.map((offer) => (
          <BeyondRow key={offer.id} offer={offer} lang={project.locale} mayAnswer={mayAnswer} {...answers} />
        ))}
      </Ledger>
    </Section>
  );
}

type RowProps = { offer: BeyondView; lang: string; mayAnswer: boolean; accept: FormAction; decline: FormAction };

function BeyondRow({ offer, lang, mayAnswer, accept, decline }: RowProps) {
  const t = useTranslations("project");
  const { id, title, message, person, offeredAt } = offer;
  const sitter = sitterOf(person, 0, t("someone"));
  const name = <span className="vh">: {sitter.name}</span>;
  const when = t.rich("manage.offeredOn", { day: () => <Instant at={offeredAt} look="dated" /> });
  return (
    <li>
      <h3 className="mb-4" lang={lang}>
        {title}
      </h3>
      <Who
        isTop
        tile={<PersonTile slug={sitter.handle} {...sitter} side={40} />}
        name={<PersonName person={person} />}
        lines={[<Brought key="brought" offer={offer} lang={lang} />, when]}
      />
      {message ? (
        <p className="remark mt-4" lang={lang}>
          {message}
        </p>
      ) : null}
      {mayAnswer ? (
        <Actions className="mt-4">
          <ButtonForm
            action={accept}
            formKey={crypto.randomUUID()}
            hidden={{ beyondId: id }}
            look="primary"
            size="small"
          >
            {t("manage.accept")}
            {name}
          </ButtonForm>
          <ButtonForm action={decline} formKey={crypto.randomUUID()} hidden={{ beyondId: id }} size="small">
            {t("manage.decline")}
            {name}
          </ButtonForm>
        </Actions>
      ) : null}
    </li>
  );
}
