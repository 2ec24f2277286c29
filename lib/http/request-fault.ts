import "server-only";

/** A request as far as it says of itself what it carries. */
type Sent = Pick<Request, "headers" | "formData">;

/**
 * Whether an address can be read at all: whole escapes in the path, and nowhere a NUL, which no text of the database may
 * hold. Broken escapes in the query are no fault: they are read as the sign for «unreadable».
 */
export function isReadableAddress({ pathname, search }: Pick<URL, "pathname" | "search">): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0") && !/%00/.test(search);
  } catch {
    return false;
  }
}

/**
 * Whether what was sent is a form as our pages send them: several parts, which end as they announced, and in those of
 * the framework the JSON it writes. It would answer anything else as a fault of ours.
 */
export async function isOwnForm(sent: Sent): Promise<boolean> {
  if (!/^multipart\/form-data\s*;/i.test(sent.headers.get("content-type") ?? "")) return false;
  const form = await sent.formData().catch(() => null);
  return form !== null && [...form].every(([name, value]) => !isFramework(name) || isJson(value));
}

/** The arguments of an action: of one called by script, and of a form sent without. */
const isFramework = (name: string) => name === "0" || /^\$ACTION_\d+:\d+$/.test(name);

function isJson(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
