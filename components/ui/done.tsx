import { useTranslations } from "next-intl";
import { Announced } from "./announced";
import { Notice } from "./notice";

type DoneProps = {
  of: "project" | "work" | "contribution" | "decision" | "moderation" | "directory" | "membership";
  done: string | string[] | null | undefined;
};

/** What was just done, as the address says it after an act, even if it is what was done before; anything else in the address says nothing. */
export function Done({ of: room, done }: DoneProps) {
  const t = useTranslations(`${room}.done`);
  if (typeof done !== "string" || !/^[a-zA-Z]+$/.test(done) || !t.has(done as never)) return null;
  return (
    <Announced key={crypto.randomUUID()}>
      <Notice tone="done" className="mt-4 mb-6">
        {t(done as never)}
      </Notice>
    </Announced>
  );
}
