import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look";

/** An address that is not a page: a part of this one, a file, another site. */
export function AnchorButton({ look, size, isWide, className, ...rest }: ButtonLook & ComponentProps<"a">) {
  return <a className={buttonClass({ look, size, isWide }, className)} {...rest} />;
}
