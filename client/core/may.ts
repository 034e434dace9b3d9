import type { CommandName } from '../../shared/commands.ts'
import type { PagePath } from '../../shared/pages.ts'
import type { Kind } from '../../shared/records.ts'
import { audienceOf, seesAny } from '../../shared/core/sight.ts'
import { mayOpen } from '../../shared/pages.ts'
import { rules } from './my-commands.ts'
import { county, me } from './session.ts'

/** Whether this person's role may give the command at all. `objection` says whether it is allowed for a given record. */
export const may = (name: CommandName): boolean => Boolean(me.value && rules.definitionOf(name)?.roles.includes(me.value.role))

const leftOut = () => county.value?.leftOut ?? []

/** Whether this person sees some records of the kind, and the county uses them. A figure counted from a kind that they do not see would be false. */
export const seesKind = (kind: Kind): boolean => Boolean(me.value && seesAny(audienceOf(me.value), kind)) && !leftOut().includes(kind)

/** Whether this person may open the page with this path in the router. */
export const mayGoTo = (path: PagePath | (string & {})): boolean => Boolean(me.value && mayOpen(me.value, path, may, leftOut()))
