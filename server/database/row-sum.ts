import { hash } from 'node:crypto'

interface Row { readonly seq: number, readonly id: string, readonly name: string, readonly actor: string, readonly at: number, readonly args: string, readonly changes: string }

const digest = (text: string) => hash('sha256', text, 'base64url').slice(0, 16)
/** Marks the sums of `sumOf`. Rows written before have sums without it. */
const mark = '2.'

/**
 * A checksum over all columns of a row of the log, to find bits that changed on the disk. It does not protect against people
 * who can write to the file, since they can write checksums too. The last two columns are JSON texts, which have no line breaks:
 * they are hashed as they are, because to quote them again takes longer than to hash them.
 */
export const sumOf = ({ seq, id, name, actor, at, args, changes }: Row): string =>
  mark + digest(`${JSON.stringify([seq, id, name, actor, at])}\n${args}\n${changes}`)

/** True for a row that fits its checksum, also for one from before the mark. */
export const fitsSum = (row: Row & { readonly sum: string }): boolean =>
  row.sum === (row.sum.startsWith(mark) ? sumOf(row) : digest(JSON.stringify([row.seq, row.id, row.name, row.actor, row.at, row.args, row.changes])))
