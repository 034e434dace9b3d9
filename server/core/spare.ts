/** Does what nobody waits for. What it throws, now or later, is a bug to be told, and ends nothing else. */
export function spare(onBug: (error: unknown) => void, run: () => unknown): void {
  try {
    void Promise.resolve(run()).catch(onBug)
  } catch (error) {
    onBug(error)
  }
}
