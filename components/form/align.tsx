"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ValueTile } from "@/components/ui/emblem";
import { startOf, useField } from "./context";
import { FieldErrors } from "./field";
import { TextArea } from "./text-area";

const STANCES = ["SHARED", "ADOPTED", "NOT_MINE"] as const;

/** The head over the three columns of answers; narrow screens read the words beside each circle instead. */
export function AlignHead() {
  const t = useTranslations("form.stance");
  return (
    <div className="align-head" aria-hidden="true">
      <span />
      {STANCES.map((stance) => (
        <span key={stance}>{t(stance)}</span>
      ))}
    </div>
  );
}

type AlignProps = {
  name: string;
  /** Field of the sentence that «non è mio» asks for. */
  whyName: string;
  /** Slug of the value, for its tile. */
  value: string;
  label: ReactNode;
  meaning?: ReactNode;
  stance?: (typeof STANCES)[number] | null | undefined;
  why?: string | null | undefined;
  whyCharsMax?: number | undefined;
};

/** One value of theirs beside ours. No answer excludes. */
export function Align({ name, whyName, value, label, meaning, stance, why, whyCharsMax }: AlignProps) {
  const t = useTranslations("form.stance");
  const field = useField(name);
  const whyField = useField(whyName);
  const isBad = field.refusals.length + whyField.refusals.length > 0;
  const chosen = startOf(field, stance);
  return (
    <fieldset
      data-names-all=""
      className={isBad ? "align align--bad" : "align"}
      aria-describedby={isBad ? field.errorId : undefined}
    >
      <legend>
        <ValueTile value={value} side={40} />
        <span>
          <span data-name="">{label}</span>
          {meaning ? <span className="meta">{meaning}</span> : null}
        </span>
      </legend>
      {STANCES.map((option, i) => (
        <label key={option}>
          <input
            id={i === 0 ? field.id : undefined}
            type="radio"
            name={name}
            value={option}
            defaultChecked={option === chosen}
            data-asks-why={option === "NOT_MINE" ? "" : undefined}
          />
          <span>{t(option)}</span>
        </label>
      ))}
      <div className="align-note">
        <TextArea
          name={whyName}
          label={t("why")}
          hint={t("whyHint")}
          value={why}
          charsMax={whyCharsMax}
          rows={2}
          isOptional={false}
        />
      </div>
      <FieldErrors field={field} />
    </fieldset>
  );
}
