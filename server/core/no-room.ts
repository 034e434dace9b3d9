/**
 * True if the error means that nothing can be written: a full disk, a used-up quota or a limit on file size. The sender keeps
 * its work and can send it again later. Looks into causes, because layers wrap errors.
 */
export function noRoom(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown, cause?: unknown }
  return /^(?:SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG|53100$)/.test(String(code)) || (cause !== undefined && noRoom(cause))
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code)

/** True if another process holds the database's lock for longer than we wait. */
export const locked = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error))

/** True if another server decides the commands of this board by now (`NotTheWriter`). Nothing was written. */
export const decidedElsewhere = (error: unknown): boolean => codeOf(error) === 'FENCED'

/** True if PostgreSQL refuses who asks: a wrong name or password, no such database, no right. */
export function refusedThere(error: unknown): boolean {
  const { cause } = (error ?? {}) as { cause?: unknown }
  return /^(?:28|3D000|42501)/.test(codeOf(error)) || (cause !== undefined && refusedThere(cause))
}

/**
 * True if the database server cannot be reached, ends or starts, can only be read from, holds a lock for too long, or takes nothing from this server any
 * more. What was being written may be there or not. The codes are those of the network, of the driver, of PostgreSQL (classes 08, 53, 55,
 * 57, 25006 of a standby, and 40 for a serialization failure), and `FENCED`.
 */
export function away(error: unknown): boolean {
  const { cause } = (error ?? {}) as { cause?: unknown }
  return /^(?:ECONN|ENOTFOUND|EAI_|EPIPE|EHOST|ENET|ETIMEDOUT|ENOENT$|CONNECT|08|53[023]|55P03|57P0|57014|25006|40|FENCED$)/.test(codeOf(error)) || (cause !== undefined && away(cause))
}
