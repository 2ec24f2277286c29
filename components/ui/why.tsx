import type { ReactNode } from "react";
import { Icon } from "./icon";

/** The reason of a suggestion: the cause in strong, then the detail. Every suggestion has one. */
export function Why({ cause, children }: { cause: ReactNode; children?: ReactNode }) {
  return (
    <p className="why">
      <Icon name="info" isSmall />
      <span>
        <b>{cause}</b> {children}
      </span>
    </p>
  );
}
