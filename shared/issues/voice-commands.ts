import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Id } from '../core/fields.ts'
import { mayMask } from '../core/masking.ts'
import { reject } from '../core/rejection.ts'
import { mostVoices, VoiceId } from '../core/voices.ts'

/** Adds a voice note to an issue. Its sound is sent apart, like a photo. */
export const attachVoice = command({
  args: v.strictObject({ issue: Id, voice: VoiceId }),
  roles: ['coordinator', 'inspector', 'officer', 'unit', 'admin', 'overseer'],
  tells: { issue: [] },
  gathers: 'issue',
  run(draft, args) {
    const issue = draft.need('issue', args.issue)
    const { voices = [], silenced = [] } = issue
    if (voices.includes(args.voice) || silenced.includes(args.voice)) reject('exists')
    if (voices.length + silenced.length >= mostVoices) reject('too_large')
    draft.put('issue', { ...issue, voices: [...voices, args.voice] })
  },
})

/** Removes the sound of a voice note for everybody and for ever: speech cannot be covered in parts. Rejects with `forbidden` for those who may not mask the photos of the issue. */
export const removeVoice = command({
  args: v.strictObject({ issue: Id, voice: VoiceId }),
  roles: ['coordinator', 'inspector', 'officer', 'admin'],
  tells: { issue: [] },
  run(draft, args, { actor }) {
    const issue = draft.need('issue', args.issue)
    if (!mayMask(actor, 'issue', issue)) reject('forbidden')
    if (!issue.voices?.includes(args.voice)) reject('not_found')
    draft.put('issue', { ...issue, voices: issue.voices.filter(one => one !== args.voice), silenced: [...issue.silenced ?? [], args.voice] })
  },
})
