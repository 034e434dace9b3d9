import type { CommandName } from '../../shared/commands.ts'
import { commands } from '../../shared/commands.ts'
import { me } from './session.ts'

/** Whether this person's role may give the command at all. `objection` says whether it is allowed for a given record. */
export const may = (name: CommandName): boolean => Boolean(me.value && (commands[name].roles as readonly string[]).includes(me.value.role))
