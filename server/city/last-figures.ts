import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import * as v from 'valibot'
import { OverviewFields } from '../../shared/api/overview.ts'
import { writeWhole } from '../disk/whole-file.ts'

/** The most incidents in a county's answer. */
const incidents = 20
export const Answer = v.pipe(v.array(OverviewFields), v.maxLength(incidents))

/** A county's last good answer, and when it came (epoch ms). */
const GoodAnswer = v.object({ overviews: Answer, etag: v.nullable(v.string()), at: v.number() })
export type Good = v.InferOutput<typeof GoodAnswer>
const Kept = v.record(v.string(), GoodAnswer)

/** The last good answers of the counties by their addresses. With a `file` they outlast a restart; one that cannot be read counts as none, because every county is asked anyway. */
export function lastFigures(file?: string) {
  const known = (() => {
    try {
      return file ? v.parse(Kept, JSON.parse(fs.readFileSync(file, 'utf8'))) : {}
    } catch {
      return {}
    }
  })()
  return {
    of: (url: string): Good | null => Object.hasOwn(known, url) ? known[url] ?? null : null,
    /** Replaces the file: a county that is not among these leaves it. */
    async keep(goods: readonly (readonly [url: string, good: Good | null])[]): Promise<void> {
      if (file) await writeWhole(file, Buffer.from(JSON.stringify(Object.fromEntries(goods.filter(([, good]) => good)))))
    },
  }
}
