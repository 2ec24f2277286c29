import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Desk } from "@/lib/membership/application/types";
import { StewardHead } from "./steward-tabs";

/** The head of the desk, the same beside the queue and beside one application. */
export function DeskFrame({ desk, children }: { desk: Desk; children: ReactNode }) {
  const t = useTranslations("membership.desk");
  return (
    <div className="wrap">
      <StewardHead
        association={desk.association}
        current="applications"
        holds={desk.holds}
        note={t("note", { days: desk.decisionDays })}
        waiting={desk.queue.length}
      />
      {children}
    </div>
  );
}
