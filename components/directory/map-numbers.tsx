import { useFormatter, useTranslations } from "next-intl";
import { frameOf, placed, shadeOf } from "@/lib/directory/map/rules";
import { OUTLINES } from "@/lib/taxonomy/outline/rules";

const THOUSANDS_FROM = 10_000;

type MapNumbersProps = { counts: Readonly<Record<string, number>>; bounds: readonly number[] };

/** How many people, written on each region that has somebody. */
export function MapNumbers({ counts, bounds }: MapNumbersProps) {
  const t = useTranslations("directory.map");
  const format = useFormatter();
  const frame = frameOf(null);
  return [...OUTLINES].map(([slug, { middle }]) => {
    const count = counts[slug] ?? 0;
    if (count === 0) return null;
    const [x, y] = placed(middle, frame);
    return (
      <text key={slug} x={x} y={y} className={`shade--${shadeOf(count, bounds)}`}>
        {count < THOUSANDS_FROM ? format.number(count) : t("thousands", { count: Math.round(count / 1000) })}
      </text>
    );
  });
}
