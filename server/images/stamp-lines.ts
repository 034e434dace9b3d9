import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Evidence } from '../../shared/core/evidence.ts'
import type { IncidentBoard } from '../incidents.ts'
import { stampOf } from '../../shared/core/evidence.ts'
import { clip } from '../../shared/core/text.ts'

type Said = Pick<County, 'timeZone' | 'townships' | 'units'>
const roles: Readonly<Partial<Record<Actor['role'], string>>> = { coordinator: '指挥部', admin: '指挥部', inspector: '督导组', officer: '镇街', unit: '责任单位', overseer: '上级督导', volunteer: '志愿者' }
/** Signs of a place and of a finder: more would be too small to read. */
const [longestPlace, longestFinder] = [18, 12]

const short = (name: string, most: number) => name.length > most ? `${clip(name, most - 1)}…` : name

/** Who took a photo, as it may be burned in: the number of their team, their unit or township, else their role. Never a name: it could not be taken out again, and a team's name is free text. */
function finderOf(actor: Actor | null, { townships, units }: Said): string {
  if (actor?.team !== undefined) return `第${actor.team}督导组`
  const unit = units.find(one => one.id === actor?.unit)?.short
  const township = actor?.role === 'officer' ? townships.find(one => one.code === actor.township)?.name : undefined
  return short(unit ?? township ?? (actor ? roles[actor.role] : undefined) ?? '', longestFinder)
}

/** What is burned into the copy of a photo that is served: number, time and accuracy, below them the place or township and who took it. */
export function stampLines({ authority: { board } }: Pick<IncidentBoard, 'authority'>, subject: string, evidence: Evidence, taker: Actor | null, said: Said): string[] {
  const issue = board.get('issue', subject)
  const at = issue?.place ?? board.get('inspection', subject)?.place ?? board.get('delivery', subject)?.to
  const place = at ? board.get('place', at)?.name : undefined
  const township = issue && said.townships.find(one => one.code === issue.township)?.name
  return [stampOf(evidence, issue?.no ?? null, said.timeZone), [short(place ?? township ?? '', longestPlace), finderOf(taker, said)].filter(Boolean).join(' · ')].filter(Boolean)
}
