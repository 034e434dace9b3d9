import { hash } from 'node:crypto'

interface Row { readonly seq: number, readonly id: string, readonly name: string, readonly actor: string, readonly at: number, readonly args: string, readonly changes: string }

/** Over all that a row of the log holds, so that a bit which turns on the disk is found. No proof against people who write to the file: they can write sums too. */
export const sumOf = ({ seq, id, name, actor, at, args, changes }: Row): string =>
  hash('sha256', JSON.stringify([seq, id, name, actor, at, args, changes]), 'base64url').slice(0, 16)
