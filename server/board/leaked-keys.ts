import type { Database } from '../database/database.ts'
import type { Authority } from './authority.ts'
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { meta } from '../database/schema.ts'
import { theServer } from './scheduler.ts'

/** Replaces, once, the keys of posts that an earlier version showed in timelines, so that codes made from them stop working. */
export async function renewLeakedKeys({ database }: Database, authority: Authority): Promise<void> {
  const leaked = eq(meta.key, 'leaked_keys')
  const list = database.select().from(meta).where(leaked).get()
  if (!list) return
  for (const post of JSON.parse(list.value) as string[]) {
    const answer = await authority.submit({ id: uuidv7(), name: 'renewPostKey', args: { post, key: randomBytes(32).toString('hex') } }, theServer)
    // The disk may be full: the list stays for the next start.
    if (!answer.ok) return
  }
  database.delete(meta).where(leaked).run()
}
