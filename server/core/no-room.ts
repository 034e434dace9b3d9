/**
 * Was this thrown because nothing more can be written: a full disk, a used-up quota, a limit on the size of a file? What
 * waits is kept by its sender and can be written once there is room. Looks into causes, since layers wrap what they get.
 */
export function noRoom(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown, cause?: unknown }
  return /^(?:SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG)/.test(String(code)) || (cause !== undefined && noRoom(cause))
}

/** Another process holds the lock of the database for longer than we wait. */
export function locked(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: string } | null)?.code))
}
