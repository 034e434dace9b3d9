import type { Announcement, AnyRecord, Issue, Place, Shift, Shortage, Zone } from '../../../shared/records.ts'
import type { ListColumn } from '../transfer/write-list.ts'
import type { Holds } from '../transfer/write-sheet.ts'
import type { Tab } from './filters.ts'
import { record } from '../../core/board.ts'
import { kindName, shortUnit, townshipName } from '../../core/county-names.ts'
import { said } from '../../core/language.ts'
import { named } from '../../core/record-words.ts'
import { county } from '../../core/session.ts'
import { wallClock } from '../../core/time.ts'
import { numberOf } from '../panel/issue-number.ts'
import { fieldWords } from './field-words.ts'
import { issueTime } from './issue-row.ts'

type Title = Exclude<keyof typeof fieldWords.value, 'sources' | 'yes' | 'not'>
const field = <T>(title: Title, holds: Holds, of: ListColumn<T>['of']): ListColumn<T> => ({ title: fieldWords.value[title], holds, of })
const text = <T>(title: Title, of: (one: T) => string | null | undefined) => field<T>(title, 'text', one => of(one) ?? null)
const number = <T>(title: Title, of: (one: T) => number | null) => field<T>(title, 'number', of)
/** A moment (epoch ms), as the county's clock shows it. */
const time = <T>(title: Title, of: (one: T) => number | null) => field<T>(title, 'time', (one) => {
  const at = of(one)
  return at === null ? null : wallClock(at)
})
const yesOrNo = (yes: boolean) => yes ? fieldWords.value.yes : fieldWords.value.not
const placeOf = (one: { readonly place: string | null }) => one.place ? record('place', one.place)?.name : null

const position = () => [
  field<Pick<Place, 'lng'>>('lng', 'degrees', one => one.lng),
  field<Pick<Place, 'lat'>>('lat', 'degrees', one => one.lat),
  field<Pick<Place, 'accuracy'>>('accuracy', 'number', one => one.accuracy),
  text<Pick<Place, 'source'>>('source', one => fieldWords.value.sources[one.source]),
]
const where = () => [
  text<{ readonly place: string | null }>('place', placeOf),
  text<{ readonly township: string }>('township', one => townshipName(one.township)),
]
const id = () => text<{ readonly id: string }>('id', one => one.id)

export const issueFields = (): ListColumn<Issue>[] => [
  text('no', numberOf),
  text('title', one => one.title),
  text('state', one => named.value.states[one.state]),
  text('severity', one => named.value.severities[one.severity]),
  text('aspect', one => said(county.value?.aspects.find(aspect => aspect.id === one.aspect))),
  ...where(),
  text('unit', one => shortUnit(one.unit)),
  time('found', one => one.foundAt),
  time('due', one => one.deadline),
  time('next', one => one.state === 'closed' ? null : issueTime(one)),
  time('since', one => one.since),
  number('relapses', one => one.relapses),
  number('comments', one => one.comments),
  number('photos', one => one.photos.length + one.after.length),
  text('detail', one => one.note),
  ...position(),
  id(),
]

/** These heads are known to the import of places, so that the list can be brought in as it went out. */
export const placeFields = (): ListColumn<Place>[] => [
  text('name', one => one.name),
  text('kind', one => kindName(one.kind)),
  text('township', one => townshipName(one.township)),
  text('address', one => one.address),
  ...position(),
  text('overseer', one => shortUnit(one.unit)),
  text('keeper', one => one.keeper),
  text('keeperPost', one => one.keeperPost),
  time('seen', one => one.inspectedAt),
  number('lanes', one => one.lanes),
  text('retired', one => yesOrNo(one.retired)),
  text('note', one => one.note),
  id(),
]

export const shiftFields = (): ListColumn<Shift>[] => [
  text('title', one => one.title),
  ...where(),
  time('starts', one => one.startsAt),
  time('ends', one => one.endsAt),
  number('needed', one => one.needed),
  number('holders', one => one.claimedBy.length),
  text('open', one => yesOrNo(one.open)),
  text('note', one => one.note),
  ...position(),
  id(),
]

export const shortageFields = (): ListColumn<Shortage>[] => [
  text('item', one => one.item),
  number('quantity', one => one.quantity),
  text('measure', one => one.measure),
  number('allocated', one => one.allocated),
  number('covered', one => one.covered),
  text('state', one => named.value.shortageStates[one.state]),
  ...where(),
  time('runsOut', one => one.runsOutAt),
  time('posted', one => one.postedAt),
  text('note', one => one.note),
  ...position(),
  id(),
]

export const zoneFields = (): ListColumn<Zone>[] => [
  text('name', one => one.name),
  text('level', one => named.value.levels[one.level]),
  time('validFrom', one => one.validFrom),
  time('validTo', one => one.validTo),
  time('lifted', one => one.liftedAt),
  text('approver', one => one.approver),
  text('reason', one => one.reason),
  number('corners', one => one.ring.length),
  text('ring', one => one.ring.map(([lng, lat]) => `${lng} ${lat}`).join('; ')),
  id(),
]

export const announcementFields = (): ListColumn<Announcement>[] => [
  time('at', one => one.at),
  time('until', one => one.until),
  text('text', one => one.text),
  id(),
]

const fields: Readonly<Record<Tab, () => readonly ListColumn<never>[]>> = { issue: issueFields, place: placeFields, shift: shiftFields, shortage: shortageFields, zone: zoneFields, announcement: announcementFields }
export const recordFields = (kind: Tab) => fields[kind]() as readonly ListColumn<AnyRecord>[]
