/** Runs work that nothing waits for. An error in it, now or later, is reported to `onBug` and stops nothing else. */
export function spare(onBug: (error: unknown) => void, run: () => unknown): void {
  try {
    void Promise.resolve(run()).catch(onBug)
  } catch (error) {
    onBug(error)
  }
}
