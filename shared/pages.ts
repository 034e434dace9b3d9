import type { CommandName } from './commands.ts'
import type { Actor, Role } from './core/actor.ts'
import type { Kind } from './records.ts'
import { logReaders } from './core/actor.ts'
import { audienceOf, seesAny } from './core/sight.ts'

/** What a person needs to open a page: to give one of the commands, to see records of one of the kinds, or to have one of the roles. */
type Need
  = | { readonly gives: readonly CommandName[] }
    | { readonly sees: readonly Kind[] }
    | { readonly is: readonly Role[] }

/** Those who work with the people of the register; what each sees of it, `care/rights.ts` says. */
const aboutPeople = ['coordinator', 'officer', 'gridWorker'] as const
/** Those who read who opened what, and what was destroyed. */
const auditors = ['coordinator', 'admin', 'overseer'] as const
/** A contact sees one place, so a list of places is of no use to them. */
const aboutPlaces = ['coordinator', 'inspector', 'officer', 'unit', 'viewer', 'admin', 'overseer'] as const

/** By the path of the page in the router. A page that is not named here opens for nobody. */
export const pageNeeds = {
  '/': { sees: ['announcement'] },
  '/device': { sees: ['incident'] },
  '/inbox': { gives: ['advanceIssue'] },
  '/rechecks': { sees: ['inspection'] },
  '/samples': { is: ['coordinator', 'inspector', 'admin', 'overseer', 'viewer'] },
  '/letters': { sees: ['letter'] },
  '/settled': { sees: ['issue', 'shift', 'shortage'] },
  '/issue/:id': { sees: ['issue'] },
  '/slip/:id': { sees: ['slip'] },
  '/meeting': { sees: ['briefing'] },
  '/routes': { sees: ['briefing'] },
  '/coverage': { sees: ['inspection'] },
  '/checklists': { sees: ['checklist'] },
  '/posters': { gives: ['voidPlaceCode'] },
  '/posts': { gives: ['openPost'] },
  '/posts/roster': { gives: ['openPost'] },
  '/crews': { gives: ['openPost'] },
  '/volunteers': { gives: ['openPost'] },
  '/calendar': { gives: ['claimShift'] },
  '/certificate/:person': { sees: ['shift'] },
  '/supplies': { sees: ['stock'] },
  '/bulletins': { sees: ['bulletin'] },
  '/bulletin/:day': { sees: ['bulletin'] },
  '/bulletin/:day/rows': { sees: ['bulletin'] },
  '/tables': { is: aboutPlaces },
  '/replay': { sees: ['issue'] },
  '/register': { is: aboutPlaces },
  '/recovery': { sees: ['reopening', 'workPlan'] },
  '/due': { sees: ['fulfilment'] },
  '/rounds': { sees: ['sampling'] },
  '/quarantine': { sees: ['quarantine'] },
  '/exposures': { sees: ['exposure'] },
  '/requirements': { sees: ['requirement'] },
  '/care': { is: [...aboutPeople, 'admin'] },
  '/care/log': { is: auditors },
  '/care/plan/:id': { is: auditors },
  '/care/import': { is: ['coordinator', 'officer'] },
  '/needs': { is: aboutPeople },
  '/help': { is: aboutPeople },
  '/help/poster': { is: aboutPeople },
  '/address': { is: aboutPlaces },
  '/reconcile': { sees: ['baseline'] },
  '/import': { gives: ['importPlaces'] },
  '/people': { is: ['admin'] },
  '/screens': { is: ['coordinator', 'admin'] },
  '/city': { is: ['overseer'] },
  '/tokens': { is: ['admin'] },
  '/audit': { is: logReaders },
  '/admin': { is: ['admin'] },
  '/reference': { is: ['coordinator', 'admin'] },
  '/people/links': { gives: ['openPost'] },
  '/incidents': { sees: ['incident'] },
  '/incidents/destroyed': { is: auditors },
  '/rules': { sees: ['issue'] },
} as const satisfies Readonly<Record<string, Need>>

export type PagePath = keyof typeof pageNeeds

/** True if this person may open the page with this path in the router. `may` says which commands their role may give, `leftOut` which kinds the county does not use. */
export function mayOpen(actor: Actor, path: string, may: (name: CommandName) => boolean, leftOut: readonly Kind[] = []): boolean {
  const need: Need | undefined = Object.hasOwn(pageNeeds, path) ? pageNeeds[path as PagePath] : undefined
  if (!need) return false
  if ('is' in need) return need.is.includes(actor.role)
  if ('gives' in need) return need.gives.some(may)
  return need.sees.some(kind => !leftOut.includes(kind) && seesAny(audienceOf(actor), kind))
}
