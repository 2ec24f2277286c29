import { useLocale, useTranslations } from "next-intl";
import { RowErrors } from "@/components/form/row-errors";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { COUNTS, PURPOSE_CHARS_MAX } from "@/lib/membership/founding/schema";
import type { IdentitySettings } from "@/lib/membership/setting/types";
import { placeOptions, placeWithProvince } from "@/lib/taxonomy/place/rules";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Who we are: what is public before anybody comes in (promise P42). */
export function FoundingIdentity() {
  const t = useTranslations("association.found");
  return (
    <div className="stack stack--form">
      <TextField name="name" label={t("name")} autoComplete="off" />
      <IdentityFields />
    </div>
  );
}

type Identity = Omit<IdentitySettings, "association" | "holds">;

/** Everything an association says of itself besides its name, empty or as it is now. */
export function IdentityFields({ start }: { start?: Identity | undefined }) {
  const t = useTranslations("association.found");
  const tagline = { label: t("tagline"), hint: t("taglineHint"), value: start?.tagline };
  const purpose = { label: t("purpose"), hint: t("purposeHint"), value: start?.purpose };
  return (
    <>
      <TextField name="tagline" {...tagline} autoComplete="off" />
      <TextArea name="purpose" {...purpose} charsMax={PURPOSE_CHARS_MAX} />
      <TextArea name="forWhom" label={t("forWhom")} value={start?.forWhom} charsMax={PURPOSE_CHARS_MAX} />
      <Lines name="weDo" start={start?.weDo} />
      <Lines name="weDoNot" start={start?.weDoNot} />
      <Places start={start?.placeSlugs} />
    </>
  );
}

type LinesProps = { name: "weDo" | "weDoNot"; start?: readonly string[] | undefined };

/** Five lines, the last four for whoever needs them: no script is needed to have more. */
function Lines({ name, start = [] }: LinesProps) {
  const t = useTranslations("association.found");
  return (
    <fieldset className="stack stack--tight">
      <legend>{t(name)}</legend>
      <p className="hint">{t("linesHint")}</p>
      <RowErrors name={name} />
      {numbers(COUNTS.lines).map((i) => (
        <TextField
          key={i}
          name={`${name}.${i}`}
          label={t("line", { number: i + 1 })}
          value={start[i]}
          isLabelHidden
          isOptional={i > 0}
          autoComplete="off"
        />
      ))}
    </fieldset>
  );
}

function Places({ start = [] }: { start?: readonly string[] | undefined }) {
  const t = useTranslations("association.found");
  const locale = useLocale();
  return (
    <fieldset className="stack stack--tight">
      <legend>{t("places")}</legend>
      <p className="hint">{t("placesHint")}</p>
      {numbers(COUNTS.places).map((i) => (
        <TextField
          key={i}
          name={`places.${i}`}
          label={t("place", { number: i + 1 })}
          value={start[i] && placeWithProvince(start[i], locale)}
          isLabelHidden
          isOptional
          list="towns"
          autoComplete="off"
        />
      ))}
      <datalist id="towns">
        {placeOptions(locale).map(({ value, label }) => (
          <option key={value} value={label} />
        ))}
      </datalist>
    </fieldset>
  );
}
