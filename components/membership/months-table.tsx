import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/moment";
import { Table, TableCell } from "@/components/ui/table";
import type { Month } from "@/lib/membership/period/types";
import { Amount } from "./amount";

/** One's own contributions month by month (promise P76): to look back on, not to compare. */
export function MonthsTable({ months }: { months: readonly Month[] }) {
  const t = useTranslations("membership.account");
  return (
    <Table heads={[t("month"), t("amountHead")]} caption={t("months")} isFolding={false}>
      {months.map(({ month, deeds, minutes }) => (
        <tr key={month}>
          <TableCell>
            <Day on={month} look="month" />
          </TableCell>
          <TableCell isMeta={deeds === 0}>
            {deeds > 0 ? <Amount amount={{ minutes, deeds }} /> : t("monthNone")}
          </TableCell>
        </tr>
      ))}
    </Table>
  );
}
