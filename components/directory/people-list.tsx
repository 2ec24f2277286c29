"use client";

import type { ReactNode } from "react";
import { Joined } from "@/components/ui/joined";
import { type Packed, unpack } from "@/components/ui/packed";
import { PersonCell } from "./person-cell";
import type { PersonLine } from "./person-line";

type PeopleListProps = {
  people: Packed<readonly PersonLine[]>;
  /** Path of the list in the language of the page: each person is one step below it. */
  path: string;
  level?: 2 | 3;
  /** A last cell, when the list has one. */
  children?: ReactNode;
};

/**
 * People as cells. One island: what a server draws is sent twice, as HTML and as the tree that React goes on from; what an
 * island draws is sent once, with the words it was drawn from.
 */
export function PeopleList({ people, path, level = 2, children }: PeopleListProps) {
  return (
    <Joined look="people" isSoft>
      {unpack(people).map((person) => (
        <PersonCell key={person.handle} person={person} href={`${path}/${person.handle}`} level={level} />
      ))}
      {children}
    </Joined>
  );
}
