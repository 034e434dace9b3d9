import type { Here } from '../../shared/core/protocol.ts'
import type { BoardSocket } from '../sync/link.ts'
import { shallowRef } from 'vue'

/** The people who have the board open now. */

export const here = shallowRef<readonly Here[]>([])
export const online = shallowRef(0)

/** Follows presence messages. The list is empty while offline. */
export function followPresence(socket: BoardSocket): void {
  socket.on('presence', ({ all, here: present, gone, online: number }) => {
    const left = new Set([...gone, ...present.map(one => one.page)])
    here.value = all ? present : [...here.value.filter(one => !left.has(one.page)), ...present]
    online.value = number
  })
  socket.on('disconnect', () => here.value = [])
}
