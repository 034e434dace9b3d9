import type { Me } from '../../shared/core/protocol.ts'
import { afterEach, expect, it } from 'vitest'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county, me } from '../../client/core/session.ts'
import { officeRoutes } from '../../client/office-routes.ts'
import { routes } from '../../client/routes.ts'
import { myGroups, myPages, pageAt, pages } from '../../client/shell/pages/pages.ts'
import { parts } from '../../shared/core/left-out.ts'
import { pageNeeds } from '../../shared/pages.ts'
import { county as island } from '../support/county.ts'

await loadCommands('coordinator')

afterEach(() => {
  me.value = null
  county.value = null
})
const signIn = (role: Me['role'], more: Partial<Me> = {}) => void (me.value = { id: 'x', name: 'X', role, ...more } as Me)
const paths = () => myPages().map(page => page.path)

it('[SC9] every route is a page of the navigation, is opened from one, or is open to all', () => {
  const apart = ['/in', '/join', '/p/:place', '/h', '/e', '/wall', '/:rest(.*)*']
  const inside = [...routes, ...officeRoutes].map(one => one.path).filter(path => !apart.includes(path))
  expect(Object.keys(pageNeeds).sort()).toEqual([...inside].sort())
  for (const path of inside.filter(one => one !== '/certificate/:person')) expect(pageAt(path), path).toBeDefined()
  expect(new Set(pages.map(page => page.path)).size).toBe(pages.length)
})

it('[SC9] no two pages have the same key', () => {
  const keys = pages.flatMap(page => page.key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[a-fh-z\d]$/)
})

it('[SC9] the navigation shows only groups with a page that this person may open', () => {
  expect(paths()).toEqual([])
  signIn('viewer')
  expect(myGroups().map(one => one.group)).toEqual(['map', 'issues', 'inspections', 'testing', 'supplies', 'bulletins', 'places', 'manage'])
  signIn('unit', { unit: 'health' })
  expect(paths()).not.toContain('/people')
  expect(paths()).toContain('/inbox')
  signIn('volunteer', { approved: true })
  expect(paths()).toEqual(['/', '/device', '/settled', '/calendar', '/certificate/:person', '/incidents'])
  signIn('admin')
  expect(paths()).toContain('/people')
  expect(paths()).not.toContain('/certificate/:person')
})

it('[F95] [PT1] pages of a part that the county leaves out are offered to nobody', () => {
  signIn('coordinator')
  county.value = island
  expect(paths()).toEqual(expect.arrayContaining(['/exposures', '/rounds', '/recovery']))
  county.value = { ...island, leftOut: [...parts.exposure, ...parts.testing] }
  expect(paths()).not.toContain('/exposures')
  expect(paths()).not.toContain('/rounds')
  expect(paths()).toContain('/recovery')
})
