import { classNames } from "./class-names";

/** One primary action a page; «Non ora» is neutral, never hidden. */
export type ButtonLook = {
  look?: "primary" | "neutral" | "quiet" | "stop" | undefined;
  size?: "small" | "big" | undefined;
  isWide?: boolean | undefined;
};

export function buttonClass({ look = "neutral", size, isWide }: ButtonLook, className?: string): string {
  return classNames(
    "btn",
    look !== "neutral" && `btn--${look}`,
    size && `btn--${size}`,
    isWide && "btn--wide",
    className,
  );
}
