import { useTranslations } from "next-intl";
import { TextArea } from "@/components/form/text-area";
import { LIMITS } from "@/lib/member/schema";
import type { Profile } from "@/lib/member/types";

type TextName = "about" | "story" | "valueBrought" | "audience" | "vision";

/** One of the texts of a profile, wherever it is written: with its words, its limit and what stands there now. */
export function ProfileText({ name, profile, rows }: { name: TextName; profile: Profile; rows?: number }) {
  const t = useTranslations("member.edit");
  return (
    <TextArea
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      value={profile[name]}
      charsMax={LIMITS[name]}
      {...(rows && { rows })}
      isOptional
    />
  );
}
