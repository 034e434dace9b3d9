/** Does work that nothing waits for. Whatever it throws, now or later, is reported as a bug and ends nothing else. */
export function spare(onBug: (error: unknown) => void, run: () => unknown): void {
  try {
    void Promise.resolve(run()).catch(onBug)
  } catch (error) {
    onBug(error)
  }
}
