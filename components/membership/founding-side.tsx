import { useTranslations } from "next-intl";
import { Steps } from "@/components/ui/steps";

const PARTS = ["identity", "values", "charter", "entry", "pledge"] as const;

/** The five parts of the page. */
export function FoundingSide() {
  const t = useTranslations("association.found");
  return (
    <Steps
      steps={PARTS.map((part) => ({
        href: `#${part}`,
        label: t(part),
        note: t(`${part}Note`),
        state: "todo" as const,
      }))}
    />
  );
}
