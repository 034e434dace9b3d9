import { Buffer } from 'node:buffer'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { ask, runningBoard } from '../support/running-board.ts'

const hour = 3_600_000

it('[NT3] [F32] a letter is a Word file with the number, unit, items and date of its day; others learn nothing of it', async () => {
  let late = 0
  const board = await runningBoard({ now: () => Date.now() + late })
  const sending = async () => {
    const line = await board.line(board.person({ role: 'coordinator' }).cookie)
    return (id: string, name: string, args: object) => ask(line, 'command', { id, name, args })
  }
  const before = await sending()
  const issue = { title: 'no <b>gloves</b> & gowns', aspect: 'supplies', severity: 'immediate', township: 'north', lng: -20, lat: 64.5, unit: 'health' }
  await before('c1', 'reportIssue', { issue: 'i1', ...issue })
  expect(await before('c2', 'advanceIssue', { issue: 'i1', from: 'found', to: 'told', reason: '' })).toMatchObject({ ok: true })
  late = 8 * hour
  // The sessions of the morning have ended.
  const send = await sending()
  const [ann, una, other, officer] = [board.person({ role: 'coordinator' }), board.person({ role: 'unit', unit: 'health' }), board.person({ role: 'unit', unit: 'civil' }), board.person({ role: 'officer', township: 'south' })]
  const at = Date.now() + late
  expect(await send('c3', 'issueLetter', { letter: 'l1', unit: 'health', issues: ['i1'], dueAt: at + 24 * hour })).toMatchObject({ ok: true })
  await send('c4', 'editIssue', { issue: 'i1', set: { title: 'all is well' }, base: { title: issue.title } })

  for (const reader of [ann, una]) {
    const answer = await reader.fetch('/api/i/first/letters/l1/word')
    expect([answer.status, answer.headers.get('content-type'), decodeURIComponent(answer.headers.get('content-disposition') ?? '')])
      .toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', expect.stringContaining('.docx')])
    const xml = new PizZip(Buffer.from(await answer.arrayBuffer())).file('word/document.xml')!.asText()
    const year = new Date(at).getUTCFullYear()
    for (const words of [`S ${year}-1`, 'health:', 'please act by', 'no &lt;b&gt;gloves&lt;/b&gt; &amp; gowns', '001-0001', 'North', 'Or else.', new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)]) expect(xml).toContain(words)
    expect(xml).not.toContain('all is well')
    expect(xml).not.toContain('DRILL')
  }
  for (const stranger of [other, officer]) expect((await stranger.fetch('/api/i/first/letters/l1/word')).status).toBe(404)
  expect((await ann.fetch('/api/i/first/letters/l2/word')).status).toBe(404)
  expect(board.bugs).toEqual([])
})
