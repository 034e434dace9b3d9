import { hash } from 'node:crypto'

interface Row { readonly seq: number, readonly id: string, readonly name: string, readonly actor: string, readonly at: number, readonly args: string, readonly changes: string }

/** A checksum over all columns of a row of the log, to find bits that changed on the disk. It does not protect against people who can write to the file, since they can write checksums too. */
export const sumOf = ({ seq, id, name, actor, at, args, changes }: Row): string =>
  hash('sha256', JSON.stringify([seq, id, name, actor, at, args, changes]), 'base64url').slice(0, 16)
