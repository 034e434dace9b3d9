import type { Drill } from '../county-folder.ts'
import { seeded } from '../seeded.ts'
import { day, story } from '../story.ts'
import { county } from './county.ts'
import { careGrids } from './drill/care.ts'
import { exposures } from './drill/exposures.ts'
import { follow } from './drill/follow.ts'
import { inspections } from './drill/inspections.ts'
import { issues } from './drill/issues.ts'
import { letters } from './drill/letters.ts'
import { people } from './drill/people.ts'
import { places } from './drill/places.ts'
import { quarantine } from './drill/quarantine.ts'
import { recovery } from './drill/recovery.ts'
import { required } from './drill/required.ts'
import { claimTogether, hardPosts, nightScene, recordCheckIns, shifts } from './drill/shifts.ts'
import { stock } from './drill/stock.ts'
import { supplies } from './drill/supplies.ts'
import { tables } from './drill/tables.ts'
import { formTeams, teamDays } from './drill/teams.ts'
import { testing } from './drill/testing.ts'
import { zones } from './drill/zones.ts'

/** The eighteen days of the 0506 drill, ending at `now` (epoch ms). */
export function drill(now: number, seed: number): Drill {
  const tale = story(now, seeded(seed))
  const startedAt = tale.today - 17 * day
  const incident = { code: '0506', name: '廉江“0506”疫情', phase: 'emergency', drill: true, startedAt } as const
  tale.tell('p-admin-1', startedAt, 'openIncident', incident)
  const spots = places(tale, county)
  formTeams(tale)
  careGrids(tale)
  const rounds = inspections(tale, county, spots)
  const late = issues(tale, county, spots, rounds)
  letters(tale, late)
  rounds.rounds()
  rounds.sweeps()
  follow(tale, spots)
  const slots = shifts(tale, spots)
  recordCheckIns(tale, slots)
  claimTogether(tale, slots, spots)
  nightScene(tale, slots)
  hardPosts(tale, spots)
  supplies(tale, spots)
  stock(tale, spots)
  teamDays(tale, spots)
  testing(tale, spots)
  quarantine(tale, spots)
  tables(tale)
  const drawn = zones(tale)
  required(tale, spots, drawn)
  exposures(tale, county, spots)
  recovery(tale, county, spots, drawn)
  return { incident, people: people(county.townships, county.units), signer: 'p-coord-1', steps: tale.steps() }
}
