import { ok, type Result, refuse } from "@/lib/core/result";

export const PROJECT_BYTES_MAX = 100 * 1024 * 1024;
export const PROJECT_FILES_MAX = 200;

export type KeepRefusal = "work.quota" | "work.tooManyFiles" | "work.sameFile";
export type KeepFacts = {
  readonly count: number;
  readonly used: number;
  readonly size: number;
  readonly isThere: boolean;
};

/** Whether a project has room for one more file: each once, so many, and so many bytes together. */
export function canKeep({ count, used, size, isThere }: KeepFacts): Result<null, KeepRefusal> {
  if (isThere) return refuse("work.sameFile", { field: "file" });
  if (count >= PROJECT_FILES_MAX)
    return refuse("work.tooManyFiles", { field: "file", params: { max: PROJECT_FILES_MAX } });
  if (used + size > PROJECT_BYTES_MAX)
    return refuse("work.quota", { field: "file", params: { max: PROJECT_BYTES_MAX / 1024 / 1024 } });
  return ok(null);
}
