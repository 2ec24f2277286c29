import { useTranslations } from "next-intl";
import { Link } from "@/lib/i18n/navigation";
import { PROFILE_PARTS } from "@/lib/member/types";

type WelcomeStepsProps = { current: number; reached: number | null };

/** The four questions, with those behind, the one asked now and those to come. */
export function WelcomeSteps({ current, reached }: WelcomeStepsProps) {
  const t = useTranslations("member");
  return (
    <nav aria-label={t("welcome.steps")}>
      <ol className="steps">
        {PROFILE_PARTS.map((part, i) => (
          <li
            key={part}
            className={i + 1 !== current && (reached === null || i + 1 < reached) ? "done" : undefined}
            aria-current={i + 1 === current ? "step" : undefined}
          >
            <Link href={{ pathname: "/welcome/[step]", params: { step: String(i + 1) } }}>{t(`part.${part}`)}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
