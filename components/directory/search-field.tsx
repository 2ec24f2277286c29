import { useLocale, useTranslations } from "next-intl";
import { SUGGESTION_KINDS } from "@/lib/directory/suggestion/types";
import { SuggestField } from "./suggest-field";

type SearchFieldProps = { id: string; query?: string; placeholder: string };

/** The field in which one looks for people, wherever it stands, with what may be meant. */
export function SearchField(props: SearchFieldProps) {
  const t = useTranslations("directory.suggest");
  const kinds = SUGGESTION_KINDS.map((kind) => [kind, t(`kind.${kind}`)]);
  return (
    <SuggestField
      {...props}
      locale={useLocale()}
      sentences={{
        list: t("list"),
        kinds: Object.fromEntries(kinds),
        none: t("none"),
        one: t("one"),
        many: t("many", { count: "{count}" }),
      }}
    />
  );
}
