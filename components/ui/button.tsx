import type { ComponentProps } from "react";
import { Link } from "@/lib/i18n/navigation";
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

export function Button({
  look,
  size,
  isWide,
  className,
  type = "button",
  ...rest
}: ButtonLook & ComponentProps<"button">) {
  return <button type={type} className={buttonClass({ look, size, isWide }, className)} {...rest} />;
}

/** A page of the site, in the language of the page it stands in. */
export function LinkButton({ look, size, isWide, className, ...rest }: ButtonLook & ComponentProps<typeof Link>) {
  return <Link className={buttonClass({ look, size, isWide }, className)} {...rest} />;
}

/** An address that is not a page: a part of this one, a file, another site. */
export function AnchorButton({ look, size, isWide, className, ...rest }: ButtonLook & ComponentProps<"a">) {
  return <a className={buttonClass({ look, size, isWide }, className)} {...rest} />;
}

/** Acts in a row, the wished one first. */
export function Actions({ children, className }: { children: React.ReactNode; className?: string }) {
  return <div className={classNames("actions", className)}>{children}</div>;
}
