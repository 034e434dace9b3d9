const kinds = ['issue', 'shift', 'shortage', 'zone', 'place', 'announcement'] as const

/** The record that a command's arguments name, as `kind/id`; null if they name none that opens as a panel. */
export function recordNamed(args: unknown): string | null {
  for (const kind of kinds) {
    const id = (args as Readonly<Record<string, unknown>>)[kind]
    if (typeof id === 'string') return `${kind}/${id}`
  }
  return null
}
