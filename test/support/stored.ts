/** A value as it is once it was stored: without fields that are undefined. */
export const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
