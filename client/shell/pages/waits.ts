import { computed } from 'vue'
import { bulletinsForMe, toLookAt } from '../../bulletins/bulletins.ts'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { may, mayGoTo } from '../../core/may.ts'
import { hasGap } from '../../duty/gaps.ts'
import { inboxCount } from '../../issues/inbox/inbox.ts'
import { recheckCount } from '../../issues/inbox/rechecks.ts'
import { waitingCount } from '../../people/volunteers.ts'
import { quarantineWaiting } from '../../quarantine/waiting.ts'
import { openBehind } from '../../testing/open-behind.ts'

/** What waits for this person on the pages of the navigation. Nothing waits where they can do nothing. */
export const waits = {
  rechecks: recheckCount,
  samples: computed(() => toLookAt.value?.open ?? 0),
  inbox: computed(() => may('advanceIssue') ? inboxCount.value : 0),
  gaps: computed(() => mayGoTo('/posts') ? records('shift').filter(shift => hasGap(shift, minute.value)).length : 0),
  volunteers: waitingCount,
  behind: computed(() => may('recordSampling') ? openBehind.value : 0),
  quarantine: computed(() => may('testBatch') ? quarantineWaiting.value : 0),
  shortages: computed(() => may('coverShortage') ? records('shortage').filter(one => one.state === 'open').length : 0),
  bulletins: bulletinsForMe,
  // Headquarters is told of fewer than five only that somebody waits.
  help: computed(() => mayGoTo('/help') ? records('helpCount').reduce((sum, { waiting }) => sum + (waiting ?? 1), 0) : 0),
}
