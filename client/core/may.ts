import type { CommandName } from '../../shared/commands.ts'
import type { PagePath } from '../../shared/pages.ts'
import { mayOpen } from '../../shared/pages.ts'
import { rules } from './my-commands.ts'
import { me } from './session.ts'

/** Whether this person's role may give the command at all. `objection` says whether it is allowed for a given record. */
export const may = (name: CommandName): boolean => Boolean(me.value && rules.definitionOf(name)?.roles.includes(me.value.role))

/** Whether this person may open the page with this path in the router. */
export const mayGoTo = (path: PagePath | (string & {})): boolean => Boolean(me.value && mayOpen(me.value, path, may))
