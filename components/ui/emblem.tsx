import { initialsOf } from "@/lib/core/text";
import type { Drawing } from "@/lib/emblem/drawing";
import { emblem } from "@/lib/emblem/emblem";
import { laidShapesOf } from "@/lib/emblem/shapes";
import { classNames } from "./class-names";

/** Sides in use, in pixels; `fill` takes the side of its box. */
export type EmblemSide = 16 | 20 | 24 | 32 | 40 | 48 | 56 | 64 | 96 | 112 | 128 | 160;

type Box = { side?: EmblemSide | undefined; className?: string | undefined };

const boxClass = ({ side = 40, className }: Box, isOne = false) =>
  classNames("em", isOne && "em--one", `em--${side}`, className);

const sizeFor = (side: EmblemSide = 40) => (side <= 32 ? "icon" : "mark");

type Identity = {
  slug: string;
  /** Value slugs in the order of the charter in force. */
  values: readonly string[];
  /** Accessible name, where the emblem stands alone; beside a name it is decoration. */
  title?: string | undefined;
};

/** An association: the heart of its mosaic up to 32 px, the whole mark above. */
export function Emblem({ slug, values, title, ...box }: Identity & Box) {
  return <Svg className={boxClass(box)} drawing={emblem({ slug, values, size: sizeFor(box.side) })} title={title} />;
}

/** A project: covered seats are laid, free ones dashed. */
export function ProjectEmblem({ slug, values, title, covered, ...box }: Identity & Box & { covered: number }) {
  return (
    <Svg
      className={boxClass({ ...box, className: classNames("em--open", box.className) })}
      drawing={emblem({ slug, values, kind: "project", covered })}
      title={title}
    />
  );
}

/** A person: their photograph, or the tile of their first value with their initials; without a name, the tile alone. */
export function PersonTile({
  slug,
  name,
  values,
  photo,
  isNameless = false,
  ...box
}: Omit<Identity, "title"> & Box & { name: string; photo?: string | null | undefined; isNameless?: boolean }) {
  // biome-ignore lint/performance/noImgElement: photographs are stored small and already in their final size
  if (photo) return <img className={boxClass(box, true)} src={photo} alt="" loading="lazy" decoding="async" />;
  const initials = (box.side ?? 40) >= 32 && !isNameless ? { initials: initialsOf(name) } : {};
  return <Svg className={boxClass(box, true)} drawing={emblem({ slug, values, kind: "member", ...initials })} />;
}

/** A value, as it appears in every emblem that holds it. */
export function ValueTile({ value, ...box }: Box & { value: string }) {
  return <Svg className={boxClass(box, true)} drawing={emblem({ slug: value, values: [value], kind: "member" })} />;
}

/** A free place: an invitation, so never an alarm. */
export function Seat(box: Box) {
  return <span className={classNames(boxClass(box), "seat")} aria-hidden="true" />;
}

type FloorProps = Identity & {
  className: string;
  grid: readonly [columns: number, rows: number, thinsFrom: number];
  /** Tiles fall into place one by one when the page opens. */
  isLaid?: boolean;
};

/** A wide floor: the head of an association's page, the public home, the sign-in page. One a page. */
export function Floor({ slug, values, title, className, grid, isLaid = false }: FloorProps) {
  return (
    <div className={className}>
      <Svg drawing={emblem({ slug, values, size: "banner", grid })} title={title} isLaid={isLaid} />
    </div>
  );
}

type SvgProps = { drawing: Drawing; className?: string; title?: string | undefined; isLaid?: boolean };

function Svg({ drawing, className, title, isLaid = false }: SvgProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      fillRule="evenodd"
      preserveAspectRatio={drawing.isBanner ? "xMinYMin slice" : undefined}
      {...(title ? { role: "img", "aria-label": title } : { "aria-hidden": true })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/emblem, which escapes the initials, its only text
      dangerouslySetInnerHTML={{ __html: isLaid ? laidShapesOf(drawing) : drawing.shapes }}
    />
  );
}
