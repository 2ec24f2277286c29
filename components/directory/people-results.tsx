import { Joined } from "@/components/ui/joined";
import type { Filters, PeoplePage } from "@/lib/directory/types";
import { PeopleBeneath } from "./people-beneath";
import { PeopleCards } from "./people-cards";
import { PeopleMap } from "./people-map";
import { PeoplePager } from "./people-pager";
import { PeopleTable } from "./people-table";
import { SaveLink } from "./save-link";
import { WayOut } from "./way-out";

type PeopleResultsProps = { filters: Filters; page: PeoplePage; isVisitor: boolean };

/** The people found, drawn as the address asks; where there is nobody, a way on in every view; last, some one step further. */
export function PeopleResults({ filters, page, isVisitor }: PeopleResultsProps) {
  const isEmpty = page.items.length === 0;
  if (filters.view === "map")
    return (
      <>
        {isEmpty ? (
          <div className="mb-8">
            <Joined look="people">
              <WayOut filters={filters} page={page} isVisitor={isVisitor} />
            </Joined>
          </div>
        ) : null}
        <PeopleMap filters={filters} page={page} />
        <SaveLink filters={filters} isVisitor={isVisitor} />
      </>
    );
  return (
    <>
      {filters.view === "table" && !isEmpty ? (
        <PeopleTable filters={filters} people={page.items} />
      ) : (
        <PeopleCards filters={filters} page={page} isVisitor={isVisitor} />
      )}
      <PeoplePager filters={filters} page={page} isVisitor={isVisitor} />
      <PeopleBeneath page={page} />
    </>
  );
}
