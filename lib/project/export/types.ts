import type { MeetingsView } from "../meeting/types";
import type { WholeNote } from "../note/types";
import type { ResultView } from "../result/types";
import type { LogView, TalkView } from "../talk/types";
import type { BoardView } from "../task/types";

/** What the pages of a project and of its work show whoever takes part: what they take with them is that, no more. */
export type ProjectToKeep = BoardView &
  Pick<ResultView, "lessons" | "links"> &
  Pick<LogView, "entries"> &
  Pick<TalkView, "threads"> &
  Pick<MeetingsView, "meetings"> & { readonly notes: readonly WholeNote[] };
