import * as v from 'valibot'
import { BlockArgs } from '../core/blocks.ts'
import { command } from '../core/command.ts'
import { Id } from '../core/fields.ts'
import { coveredOf, maskable, mayMask, mostAtOnce, mostBlocks } from '../core/masking.ts'
import { namesPhoto } from '../core/photos.ts'
import { reject } from '../core/rejection.ts'

/** Covers parts of a photo for everybody and for ever. The server paints them into its files. Rejects with `forbidden`, and with `too_large` beyond 40 parts of one photo. */
export const maskPhoto = command({
  args: v.strictObject({ of: v.picklist(maskable), record: Id, photo: Id, blocks: v.pipe(v.array(BlockArgs), v.minLength(1), v.maxLength(mostAtOnce)) }),
  roles: ['coordinator', 'inspector', 'officer', 'admin'],
  tells: { issue: [], inspection: [], delivery: [] },
  run(draft, { of, record: id, photo, blocks }, { actor }) {
    const record = draft.need(of, id)
    if (!mayMask(actor, of, record)) reject('forbidden')
    if (!namesPhoto(of, record, photo)) reject('not_found')
    const covered = [...coveredOf(record, photo), ...blocks]
    if (covered.length > mostBlocks) reject('too_large')
    draft.put(of, { ...record, masks: { ...record.masks, [photo]: covered } })
  },
})
