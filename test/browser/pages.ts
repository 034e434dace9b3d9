import type { Role } from '../../shared/core/actor.ts'
import type { PagePath } from '../../shared/pages.ts'
import type { Stage } from './stage.ts'
import { commands } from '../../shared/commands.ts'
import { mayOpen, pageNeeds } from '../../shared/pages.ts'

/** The kinds of records whose ids stand in addresses. Every other address with an id is a person's own. */
const kinds = { '/issue/:id': 'issue', '/slip/:id': 'slip', '/bulletin/:day': 'bulletin', '/bulletin/:day/rows': 'bulletin' } as const

/** The address of every page that a role may open, with a record of the board where it needs one: a new page is walked over without being named here. */
export function pagesOf({ board }: Stage, role: Exclude<Role, 'system'>): readonly string[] {
  const person = board.accounts.list().find(one => one.role === role)
  if (!person) throw new Error(`nobody is a ${role}`)
  const may = (name: keyof typeof commands) => (commands[name].roles as readonly Role[]).includes(role)
  const filled = (path: PagePath) => {
    const id = path in kinds ? [...board.authority.board.all(kinds[path as keyof typeof kinds])].at(-1)?.id : 'me'
    return id ? [path.replace(/:\w+/, id)] : []
  }
  return (Object.keys(pageNeeds) as PagePath[]).filter(path => mayOpen({ id: person.id, role }, path, may)).flatMap(filled)
}

/** Other views of pages, of the coordinator's board. */
export const views = [
  '/?tab=place',
  '/?tab=shift',
  '/?tab=shift&only=gap',
  '/?tab=shortage',
  '/meeting?show=routes',
  '/supplies?view=stock',
  '/supplies?view=deliveries',
  '/supplies?view=market',
  '/recovery?view=schools',
  '/rounds?view=sites',
  '/rounds?view=plan',
  '/quarantine?view=transfers',
  '/tables?table=tb-shortages',
  '/tables?table=tb-townships',
  '/posters?kind=careHome',
  '/posters?kind=welfareHome',
  '/register?text=华仁',
] as const

/** Pages of the coordinator with a record open. */
export const open = [
  '/?sel=issue/i-0362',
  '/?sel=place/pl-huaren-jishui',
  '/?sel=place/pl-no1-school',
  '/?sel=township/440881106',
  '/?sel=team/team-3',
  '/?tab=zone&sel=zone/z-jishui',
  '/?tab=shortage&sel=shortage/so-4',
  '/posts?sel=post/g-exit-anpu',
  '/inbox?sel=issue/i-0362',
  '/register?sel=place/pl-huaren-jishui',
] as const
