import { onTestFinished, vi } from "vitest";

/**
 * Lets the clock of this process stand still until the test ends: what may be done so many times in a minute or an hour is counted
 * anew with the next one, which may begin in the middle of a test.
 */
export function standStill(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
