import type { DrillPerson } from '../../county-folder.ts'
import { townships } from '../areas.ts'

export const volunteers = 24
const given = ['Ana', 'Bruno', 'Clara', 'Diego', 'Elena', 'Fabián', 'Gloria', 'Hugo', 'Inés', 'Joaquín', 'Karina', 'Lucas']
const family = ['Aguayo', 'Barría', 'Cárcamo', 'Díaz', 'Oyarzo', 'Soto']
const nameOf = (n: number) => `${given[n % given.length]} ${family[Math.floor(n / given.length) % family.length]}`
// No country has this code.
const phone = (n: number) => `+999 555 ${String(1000 + n)}`

/** The people of the drill, all invented. The first person of each role gets the printed link. */
export const people: readonly DrillPerson[] = ([
  { id: 'p-head-1', role: 'coordinator' },
  { id: 'p-head-2', role: 'coordinator' },
  ...[1, 2].flatMap(team => [1, 2].map(n => ({ id: `p-team${team}-${n}`, role: 'inspector', team }) as const)),
  ...townships.map(({ code }) => ({ id: `p-mayor-${code}`, role: 'officer', township: code }) as const),
  ...['health', 'waterworks', 'fishery', 'harbour', 'schools'].map(unit => ({ id: `p-unit-${unit}`, role: 'unit', unit }) as const),
  ...Array.from({ length: volunteers }, (_, n) => ({ id: `p-vol-${n + 1}`, role: 'volunteer', approved: true, ...n % 4 === 0 && { skills: ['nursing'], trained: ['hygiene'] } }) as const),
  { id: 'p-view-1', role: 'viewer' },
  { id: 'p-admin-1', role: 'admin' },
  { id: 'p-region-1', role: 'overseer' },
] satisfies Omit<DrillPerson, 'name'>[]).map((person, n) => ({ ...person, name: nameOf(n), phone: phone(n) }))
