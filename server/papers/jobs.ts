import type { County } from '../../shared/core/county.ts'
import type { Incident, Letter } from '../../shared/records.ts'
import type { TableSheet } from '../../shared/tables/sheet.ts'
import type { BulletinSource, Lists, PaperIssue } from './bulletin-source.ts'
import type { ListName } from './list-table.ts'
import { cleaned } from '../../shared/core/text.ts'
import { content } from './bulletin-content.ts'
import { bulletinExcel } from './bulletin-excel.ts'
import { bulletinTemplate } from './bulletin-template.ts'
import { checkTemplate, fillTemplate } from './bulletin-word.ts'
import { letterWord } from './letter.ts'
import { listTable } from './list-table.ts'
import { specimen } from './specimen.ts'
import { tableExcel } from './table-excel.ts'

type Day = Omit<BulletinSource, 'issues'>

/** One job for the process that makes papers and reads lists. The issues of a day are sent after the job, in parts. */
export type Job
  = | { readonly kind: 'word', readonly day: Day, /** The office's template; null for the first one. */ readonly template: Uint8Array | null }
    | { readonly kind: 'excel', readonly day: Day }
    | { readonly kind: 'letter', readonly county: County, readonly incident: Incident, readonly letter: Letter }
    | { readonly kind: 'table', readonly sheet: TableSheet, /** Printed on every paper of a drill. */ readonly mark: string }
    | { readonly kind: 'template', readonly lists: Lists }
    | { readonly kind: 'list', readonly list: ListName, readonly name: string, readonly file: Uint8Array }
    | { readonly kind: 'check', readonly lists: Lists, readonly template: Uint8Array }

/** Makes the file of a job, or the table of a list as JSON. Rejects with the codes of `checkTemplate` and `listTable`. */
export async function perform(given: Job, all: readonly PaperIssue[] = []): Promise<Uint8Array> {
  // Old records may contain characters that Word and Excel do not allow; these are removed.
  const job = cleaned(given)
  const issues = cleaned(all)
  if (job.kind === 'list') return listTable(job.list, job.name, job.file)
  if (job.kind === 'table') return tableExcel(job.sheet, job.mark)
  if (job.kind === 'template') return bulletinTemplate(job.lists)
  if (job.kind === 'letter') return letterWord(job.county, job.incident, job.letter)
  if (job.kind === 'excel') return bulletinExcel({ ...job.day, issues })
  if (job.kind === 'word') return fillTemplate(job.template ?? await bulletinTemplate(job.day.lists), content({ ...job.day, issues }))
  // The template is filled once now, so that an error shows at the upload and not when the bulletin is due.
  const whole = content(specimen(job.lists))
  checkTemplate(job.template, whole)
  return fillTemplate(job.template, whole)
}

/** Performs a job that arrived in parts: the job, then its issues. */
export const performParts = ([job, ...issues]: readonly unknown[]): Promise<Uint8Array> => perform(job as Job, (issues as PaperIssue[][]).flat())
