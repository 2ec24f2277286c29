import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "done" | "wait" | "stop";

const ICONS: Record<NoticeTone, IconName> = { info: "info", done: "done", wait: "due", stop: "warning" };

type NoticeProps = {
  tone?: NoticeTone;
  /** `status` for something that just happened; a refused form has its own summary. */
  role?: "status" | undefined;
  children: ReactNode;
  className?: string | undefined;
};

export function Notice({ tone = "info", role, children, className }: NoticeProps) {
  return (
    <div className={classNames("notice", tone !== "info" && `notice--${tone}`, className)} role={role}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
