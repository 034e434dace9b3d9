import type { Notice } from '../../shared/records.ts'
import { computed } from 'vue'
import { addressed } from '../../shared/notices/notices.ts'
import { records } from '../core/board.ts'
import { me } from '../core/session.ts'

/** The notices addressed to me, newest first. */
export const myNotices = computed(() => {
  const person = me.value
  return person ? records('notice').filter(one => addressed(one, person)).sort((a, b) => b.at - a.at) : []
})

export const isUnread = (notice: Notice): boolean => !notice.readBy.includes(me.value?.id ?? '')
export const unread = computed(() => myNotices.value.filter(isUnread))
