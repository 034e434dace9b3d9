import type { IncidentBoard } from '../../server/incidents.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { drillPhoto } from '../../server/images/drill-photo.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { runningBoard } from '../support/running-board.ts'

let board: Awaited<ReturnType<typeof runningBoard>>
let inspector: ReturnType<typeof board.person>
const [before, after] = ['drill~i1~before', 'drill~i1~after']
let drill: IncidentBoard
const look = (photo: string, size = '') => inspector.fetch(`/api/i/${drill.id}/photos/i1/${photo}${size}`)

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  const id = await board.incidents.add({ code: 'two', name: 'two', phase: 'emergency', drill: true, startedAt: 1 }, board.person({ role: 'admin' }).actor)
  drill = board.incidents.all().find(one => one.id === id)!
  await drill.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'supplies', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health', photos: [before] } }, inspector.actor)
})

it('[L12] [F28] photos of the drill are drawn when somebody first looks, small, and two who look at once see the same', async () => {
  await drill.authority.submit({ id: 'a', name: 'attachPhoto', args: { issue: 'i1', photo: after, after: true } }, inspector.actor)
  const kept = () => (fs.existsSync(drill.photos.folder) ? fs.readdirSync(drill.photos.folder) : []).filter(name => name.endsWith('.jpg')).sort()
  expect(kept()).toEqual([])
  const answers = await Promise.all([look(before), look(before), look(before, '?thumb'), look(after)])
  expect(answers.map(one => one.status)).toEqual([200, 200, 200, 200])
  const [first, again, thumb, mended] = await Promise.all(answers.map(async one => Buffer.from(await one.arrayBuffer())))
  expect(first!.equals(again!)).toBe(true)
  expect(first!.equals(mended!)).toBe(false)
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
  expect(await sharp(thumb).metadata()).toMatchObject({ width: 320, height: 240 })
  for (const one of [first, mended]) expect(one!.length).toBeLessThan(40_000)
  expect(kept()).toHaveLength(4)
  expect(board.bugs).toEqual([])
})

it('[F28] nothing is drawn for a photo that no record names, nor for one that a device still sends', async () => {
  expect((await look(after)).status).toBe(404)
  await drill.authority.submit({ id: 'a', name: 'attachPhoto', args: { issue: 'i1', photo: 'taken' } }, inspector.actor)
  expect((await look('taken')).status).toBe(202)
})

it('[F28] a dozen issues of the drill have a photo from before; those that were put right have one from after, and every drawing says 演练', () => {
  const { steps } = folder.drill!(Date.UTC(2022, 4, 23, 8), 1)
  const named = steps.flatMap(({ command: { name, args } }) => {
    if (name === 'reportIssue') return (args as { photos?: string[] }).photos ?? []
    return name === 'attachPhoto' ? [(args as { photo: string }).photo] : []
  })
  const issues = (which: string) => named.filter(one => one.endsWith(which)).map(one => one.split('~')[1])
  expect(issues('before').length).toBeGreaterThanOrEqual(12)
  expect(issues('after').length).toBeGreaterThanOrEqual(6)
  expect(issues('before')).toEqual(expect.arrayContaining(issues('after')))
  for (const aspect of ['supplies', 'measures', 'safety', 'keyPlaces']) {
    expect(drillPhoto(before!, aspect)).toContain('#b3261e')
    expect(drillPhoto(before!, aspect)).not.toBe(drillPhoto(after!, aspect))
  }
})
