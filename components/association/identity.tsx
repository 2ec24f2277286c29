import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import { Cell, Joined } from "@/components/ui/joined";
import type { AssociationView } from "@/lib/association/types";

type Said = Pick<AssociationView, "purpose" | "forWhom" | "weDo" | "weDoNot" | "locale">;

/** Purpose, for whom, what they do and do not do: public before anybody comes in (promise P42). */
export function IdentityCells({ association }: { association: Said }) {
  const t = useTranslations("association.page");
  const lang = association.locale === useLocale() ? undefined : association.locale;
  return (
    <Joined look="two">
      <Cell title={t("purpose")}>
        <p lang={lang}>{association.purpose}</p>
      </Cell>
      <Cell title={t("forWhom")}>
        <p lang={lang}>{association.forWhom}</p>
      </Cell>
      <Cell title={t("weDo")}>
        <Lines lines={association.weDo} lang={lang} />
      </Cell>
      <Cell title={t("weDoNot")}>
        <Lines lines={association.weDoNot} lang={lang} />
      </Cell>
    </Joined>
  );
}

function Lines({ lines, lang }: { lines: readonly string[]; lang: string | undefined }) {
  return (
    <ul className="mt-1 grid gap-1" lang={lang}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function Identity({ association }: { association: AssociationView }) {
  const t = useTranslations("association.page");
  return (
    <Section id="identity" title={t("identity")} isTitleHidden>
      <IdentityCells association={association} />
    </Section>
  );
}
