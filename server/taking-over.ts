import type { Reader } from '../shared/core/board.ts'
import type { Command } from '../shared/core/command.ts'
import { uuidv7 } from 'uuidv7'

/** The most places in one command. */
const most = 100

/** The commands that give a new incident the places and teams of another: places that are in use, and teams with their townships. Inspections, issues and posters stay behind. */
export function takingOver(from: Reader): Command[] {
  const places = [...from.all('place')].filter(place => !place.retired).map(({ id: place, retired: _retired, coded: _coded, inspectedAt: _inspected, ...described }) => ({ place, ...described }))
  const batches = Array.from({ length: Math.ceil(places.length / most) }, (_, i) => places.slice(i * most, (i + 1) * most))
  const teams = [...from.all('team')].map(({ id: team, ...described }) => ({ team, ...described }))
  return [
    ...batches.map(places => ({ id: uuidv7(), name: 'importPlaces' as const, args: { places } })),
    ...teams.map(args => ({ id: uuidv7(), name: 'formTeam' as const, args })),
  ]
}
