import type { ComponentProps } from "react";
import { Link } from "@/lib/i18n/navigation";
import { type ButtonLook, buttonClass } from "./button-look";
import { classNames } from "./class-names";

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

/** Acts in a row, the wished one first. */
export function Actions({ children, className }: { children: React.ReactNode; className?: string }) {
  return <div className={classNames("actions", className)}>{children}</div>;
}
