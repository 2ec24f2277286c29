import { spawn } from "node:child_process";

/**
 * A shell that waits on a pipe from us: when we are gone, even by `kill -9`, the pipe closes; it then stops the server and
 * removes what is disposable.
 */
export function guard(pid, disposable) {
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null; [ -z "$2" ] || { sleep 2; rm -rf "$2"; }';
  const watch = spawn("sh", ["-c", script, "guard", String(pid), disposable], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.once("error", () => {});
  watch.stdin.unref();
  watch.unref();
  return watch;
}
