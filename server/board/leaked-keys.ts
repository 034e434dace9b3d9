import type { Database } from '../database/database.ts'
import type { Authority } from './authority.ts'
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { meta } from '../database/schema.ts'
import { theServer } from './scheduler.ts'

/** Cuts anew, once, the keys of posts that a timeline once told: a code made from such a key is worthless from now on. */
export async function renewLeakedKeys({ database }: Database, authority: Authority): Promise<void> {
  const leaked = eq(meta.key, 'leaked_keys')
  const list = database.select().from(meta).where(leaked).get()
  if (!list) return
  for (const post of JSON.parse(list.value) as string[]) {
    const answer = await authority.submit({ id: uuidv7(), name: 'renewPostKey', args: { post, key: randomBytes(32).toString('hex') } }, theServer)
    // A full disk, say: the list stays for the next start.
    if (!answer.ok) return
  }
  database.delete(meta).where(leaked).run()
}
