import { useTranslations } from "next-intl";
import { Emblem } from "@/components/ui/emblem";
import { Steps } from "@/components/ui/steps";
import { Who } from "@/components/ui/who";
import type { AssociationView } from "@/lib/association/types";

/** What the four steps hold. */
export function ApplySide({ association }: { association: AssociationView }) {
  const t = useTranslations("membership.apply");
  const { slug, name, values, charter } = association;
  return (
    <>
      <Who
        tile={<Emblem slug={slug} values={values} side={56} />}
        name={name}
        lines={[t("version", { version: charter.version })]}
      />
      <Steps
        steps={[
          { href: "#identity", label: t("step.identity"), note: t("stepNote.identity"), state: "todo" },
          {
            href: "#values",
            label: t("step.values"),
            note: t("stepNote.values", { count: charter.values.length }),
            state: "todo",
          },
          {
            href: "#charter",
            label: t("step.charter"),
            note: t("stepNote.charter", { count: charter.clauses.length }),
            state: "todo",
          },
          { href: "#pledge", label: t("step.pledge"), note: t("stepNote.pledge"), state: "todo" },
        ]}
      />
    </>
  );
}
