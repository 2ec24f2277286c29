/** Something the person who typed the command can mend: shown as one sentence, without a stack. */
export class Problem extends Error {}

const denied = new Set(["EACCES", "EPERM"]);

/** The sentence for an error, or the stack when it is a fault of ours. */
export function sentenceOf(error) {
  if (error instanceof Problem) return error.message;
  if (denied.has(error?.code) && error.path)
    return `${error.path} belongs to another user: run as its owner, or remove it.`;
  return error?.stack ?? String(error);
}

/** Runs the body of a command; a failure is one message on stderr and exit code 1. */
export async function command(body) {
  try {
    await body();
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
