/**
 * True if the error means that nothing can be written: a full disk, a used-up quota or a limit on file size. The sender keeps
 * its work and can send it again later. Looks into causes, because layers wrap errors.
 */
export function noRoom(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown, cause?: unknown }
  return /^(?:SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG)/.test(String(code)) || (cause !== undefined && noRoom(cause))
}

/** True if another process holds the database's lock for longer than we wait. */
export function locked(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: string } | null)?.code))
}
