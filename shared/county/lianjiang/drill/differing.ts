import { dayOf } from '../../../core/calendar.ts'
import { joinedId } from '../../../core/joined-id.ts'
import { day, hour } from '../../story.ts'

const found = { place: 'pl-108-30', daysAgo: 2, hours: 15.5 } as const

/** The self-report that a team finds wrong on the spot, at `hours` of a day: one of the 369 issues. Invented. */
export const differing = { ...found, note: '日报填已消杀，消杀台账前日以后没有记录；测温只登记了白班' } as const

/** The id of the issue that the spot check makes. */
export const differingIssue = (today: number, timeZone: string) => joinedId('~', 'report', found.place, dayOf(today - found.daysAgo * day + found.hours * hour, timeZone))
