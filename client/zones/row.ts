import type { Zone } from '../../shared/records.ts'
import type { Row } from '../base/lists/row.ts'
import { rowWords } from '../base/lists/row-words.ts'
import { dotted } from '../core/isolate.ts'
import { named } from '../core/record-words.ts'
import { duration } from '../core/time.ts'

export function zoneRow(zone: Zone, at: number): Row {
  const over = zone.liftedAt ?? (zone.validTo && zone.validTo <= at ? zone.validTo : null)
  return { key: `zone/${zone.id}`, title: zone.name, sub: dotted([named.value.levels[zone.level], zone.reason]), right: rowWords.value[at < zone.validFrom ? 'inForceIn' : 'inForce'](duration((over ?? at) - zone.validFrom)), rightSub: over ? named.value.lifted : '', tone: over ? 'quiet' : undefined, icon: 'zone' }
}
