interface SheetToWrite { readonly name: string, readonly rows: readonly (readonly unknown[])[], readonly merges?: readonly string[], readonly state?: string, readonly refs?: boolean, readonly inline?: boolean }

export function xlsx(sheets: readonly SheetToWrite[]): Uint8Array<ArrayBuffer>
