import type { County } from '../../shared/core/county.ts'
import type { Incident, Letter } from '../../shared/records.ts'
import type { BulletinSource, Lists, PaperIssue } from './bulletin-source.ts'
import { cleaned } from '../../shared/core/text.ts'
import { content } from './bulletin-content.ts'
import { bulletinExcel } from './bulletin-excel.ts'
import { bulletinTemplate } from './bulletin-template.ts'
import { checkTemplate, fillTemplate } from './bulletin-word.ts'
import { letterWord } from './letter.ts'
import { specimen } from './specimen.ts'

type Day = Omit<BulletinSource, 'issues'>

/** Work on papers, done apart from the server. The issues of a day come after it, part by part. */
export type Job
  = | { readonly kind: 'word', readonly day: Day, /** The office's own; null for the one we begin with. */ readonly template: Uint8Array | null }
    | { readonly kind: 'excel', readonly day: Day }
    | { readonly kind: 'letter', readonly county: County, readonly incident: Incident, readonly letter: Letter }
    | { readonly kind: 'template', readonly lists: Lists }
    | { readonly kind: 'check', readonly lists: Lists, readonly template: Uint8Array }

/** The file that was asked for; refuses with a code what cannot be made. */
export async function perform(given: Job, all: readonly PaperIssue[] = []): Promise<Uint8Array> {
  // Old records may hold what no paper can: it is made without that.
  const job = cleaned(given)
  const issues = cleaned(all)
  if (job.kind === 'template') return bulletinTemplate(job.lists)
  if (job.kind === 'letter') return letterWord(job.county, job.incident, job.letter)
  if (job.kind === 'excel') return bulletinExcel({ ...job.day, issues })
  if (job.kind === 'word') return fillTemplate(job.template ?? await bulletinTemplate(job.day.lists), content({ ...job.day, issues }))
  // Filled once: what cannot be filled is found now, and not at eight in the evening.
  const whole = content(specimen(job.lists))
  checkTemplate(job.template, whole)
  return fillTemplate(job.template, whole)
}

/** The same from the parts in which it came: the job, then its issues. */
export const performParts = ([job, ...issues]: readonly unknown[]): Promise<Uint8Array> => perform(job as Job, (issues as PaperIssue[][]).flat())
