import type { CommandName } from '../../shared/commands.ts'
import { commands } from '../../shared/commands.ts'
import { me } from './session.ts'

/** May my role do this at all? Whether it may be done to a given record is for `objection`. */
export const may = (name: CommandName): boolean => Boolean(me.value && (commands[name].roles as readonly string[]).includes(me.value.role))
