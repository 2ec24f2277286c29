import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type TwoColumnsProps = {
  children: ReactNode;
  rail: ReactNode;
  railLabel: string;
  className?: string | undefined;
};

/** Content, and a rail at the right that stays in sight when the window is tall enough. */
export function TwoColumns({ children, rail, railLabel, className }: TwoColumnsProps) {
  return (
    <div className={classNames("split", className)}>
      <div className="stack stack--sections">{children}</div>
      <aside className="rail" aria-label={railLabel}>
        {rail}
      </aside>
    </div>
  );
}

/** A list to look through: filters at the left, inside «Filtri» on narrow screens. */
export function DirectoryLayout({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <div className="dir">
      {filters}
      <div>{children}</div>
    </div>
  );
}

type DeskLayoutProps = { list: ReactNode; listLabel: string; children: ReactNode };

/** A queue at the left, one thing of it at the right. */
export function DeskLayout({ list, listLabel, children }: DeskLayoutProps) {
  return (
    <div className="desk">
      <section className="desk-list" aria-label={listLabel}>
        {list}
      </section>
      <div className="desk-main">{children}</div>
    </div>
  );
}

type FormLayoutProps = {
  children: ReactNode;
  /** Steps at the left, or what the answers will look like at the right. */
  side: ReactNode;
  sideLabel: string;
  sideAt?: "start" | "end";
};

/** A long form on one page; the form itself stops at 46 rem. */
export function FormLayout({ children, side, sideLabel, sideAt = "start" }: FormLayoutProps) {
  if (sideAt === "end")
    return (
      <div className="propose">
        <div>{children}</div>
        <aside className="rail propose-side" aria-label={sideLabel}>
          {side}
        </aside>
      </div>
    );
  return (
    <div className="apply-grid">
      <aside className="apply-side" aria-label={sideLabel}>
        {side}
      </aside>
      <div>{children}</div>
    </div>
  );
}
