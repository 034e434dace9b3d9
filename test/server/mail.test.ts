import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readConfig } from '../../server/core/config.ts'
import { mailer, Refused } from '../../server/mail/mailer.ts'
import { paperMaker } from '../../server/papers/paper-maker.ts'
import { tableSending } from '../../server/tables/sending.ts'
import { sender } from '../../server/telling/send.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'
import { postOffice } from '../support/post-office.ts'
import { runningBoard } from '../support/running-board.ts'

const settings = (url: string, more: object = {}) => readConfig({ MAIL_URL: url, MAIL_FROM: 'board@county.example', MAIL_PLAIN: 'yes', MAIL_TO: JSON.stringify([{ name: '市指挥部', to: 'office@city.example' }]), ...more })
const refusal = (code: number) => Object.assign(new Error('not here'), { responseCode: code })
const letter = { to: 'office@city.example', subject: 'x', text: 'x', id: 'a1', files: [] }

const header = (text: string, name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1] ?? ''
const worded = (text: string) => text.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, how: string, part: string) =>
  (how === 'B' ? Buffer.from(part, 'base64') : Buffer.from(part.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')).toString())
/** The Excel file in a letter. */
const attached = (text: string) => Buffer.from(/spreadsheetml[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? '', 'base64')

const plan = { name: '未办结问题', of: 'issue', columns: [{ field: 'title' }, { field: 'count', sum: true }], filters: [], group: null, rows: true, settled: false, shared: 'all' } as const
const issue = (id: string, township: string) => ({ issue: id, title: id, aspect: 'safety', severity: 'day', township, lng: 110, lat: 21, unit: 'health' })

/** A board with one issue in each of two townships and a table of them, sent at 13:00 by mail. */
async function office(url: string, owner: () => typeof who.coordinator | null = () => who.coordinator, store = memoryStore()) {
  const clock = { now: noon }
  const now = () => clock.now
  const authority = await Authority.open(store, { facts, now })
  const troubles: string[] = []
  const sending = tableSending(authority, store, { config: settings(url), county, papers: paperMaker(undefined), actorOf: owner, now, onTrouble: (_, error) => troubles.push(String(error)) })
  let n = authority.board.seq
  const give = async (name: string, args: object, by = who.coordinator) => expect(await authority.submit({ id: `c${++n}`, name, args }, by)).toMatchObject({ ok: true })
  if (n === 0) {
    await give('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: noon }, who.admin)
    await give('reportIssue', issue('i1', 'north'))
    await give('reportIssue', issue('i2', 'south'))
    await give('saveTable', { ...plan, table: 'all', version: 0 })
    await give('scheduleTable', { table: 'all', schedule: { at: '13:00', to: '市指挥部' } })
  }
  return { clock, sending, troubles, give, store }
}

it('[F77] [TB5] a table arrives by mail as an Excel file that opens, once a day, also over a restart', async () => {
  const { got, url } = await postOffice()
  const first = await office(url())
  await first.sending()
  expect(got).toEqual([])
  first.clock.now = noon + hour
  await first.sending()
  await first.sending()
  expect(first.troubles).toEqual([])
  expect(got).toHaveLength(1)
  const { from, to, text } = got[0]!
  expect([from, to]).toEqual(['board@county.example', ['office@city.example']])
  expect(worded(header(text, 'Subject'))).toBe(`【${county.office.drillMark}】未办结问题`)
  expect(header(text, 'Auto-Submitted')).toBe('auto-generated')
  expect((await readSheet(attached(text))).map(row => row[0])).toEqual(['标题', 'i1', 'i2', null])

  const again = await office(url(), undefined, first.store)
  again.clock.now = noon + 2 * hour
  await again.sending()
  expect(got).toHaveLength(1)
  again.clock.now = noon + 25 * hour
  await again.sending()
  expect(got).toHaveLength(2)
  expect(header(got[1]!.text, 'Message-ID')).not.toBe(header(text, 'Message-ID'))
})

it('[F77] [TB5] by mail a table holds what its owner may see when it is sent, and is not sent for an owner who leads no more', async () => {
  const { got, url } = await postOffice()
  let owner: typeof who.coordinator | typeof who.inspector | null = who.coordinator
  const { clock, sending } = await office(url(), () => owner as typeof who.coordinator | null)
  for (const next of [null, who.inspector]) {
    owner = next
    clock.now += 24 * hour
    await sending()
  }
  expect(got).toEqual([])
})

it('[F77] [TB5] a mail server that is down or busy is tried again after growing pauses; one that refuses the letter for good is asked once a day', async () => {
  let answer = 451
  const { got, url } = await postOffice({ onRcptTo: (_, __, done) => answer ? done(refusal(answer)) : done() })
  const { clock, sending, troubles } = await office(url())
  const minutes = async (count: number) => {
    for (let i = 0; i < count; i++) {
      clock.now += 60_000
      await sending()
    }
    return troubles.length
  }
  expect(await minutes(60)).toBe(1)
  expect(await minutes(60)).toBe(5)
  answer = 0
  await minutes(60)
  expect(got).toHaveLength(1)
  answer = 550
  clock.now = noon + 24 * hour
  expect(await minutes(60)).toBe(6)
  expect(await minutes(12 * 60)).toBe(6)
  expect(troubles.at(-1)).toMatch(/RCPT TO 550$/)
  answer = 0
  await minutes(12 * 60)
  expect(got).toHaveLength(2)
})

it('[TB5] mail is sent over TLS only, unless the settings say otherwise; a wrong password may be set right, a wrong address not', async () => {
  const open = await postOffice()
  await expect(mailer(settings(open.url(), { MAIL_PLAIN: 'no' }))!(letter)).rejects.toThrow(/STARTTLS/i)
  const forged = await postOffice({ disabledCommands: [] })
  await expect(mailer(settings(forged.url(), { MAIL_PLAIN: 'no' }))!(letter)).rejects.toThrow(/certificate/i)
  expect([open.got, forged.got]).toEqual([[], []])

  const guarded = await postOffice({ authOptional: false, allowInsecureAuth: true, onAuth: ({ username, password }, _, done) => username === 'a@b' && password === 'p:/w' ? done(null, { user: 1 }) : done(refusal(535)) })
  const wrong = await mailer(settings(guarded.url('a%40b:no@')))!(letter).catch((error: unknown) => error)
  expect([wrong instanceof Error, wrong instanceof Refused]).toEqual([true, false])
  await mailer(settings(guarded.url('a%40b:p%3A%2Fw@')))!(letter)
  expect(guarded.got).toHaveLength(1)
  const closed = await postOffice({ onRcptTo: (_, __, done) => done(refusal(550)) })
  await expect(mailer(settings(closed.url()))!(letter)).rejects.toBeInstanceOf(Refused)
})

it('[TB5] a mail server that says nothing is given up, and names of files and subjects make no headers of their own', async () => {
  const silent = await postOffice({ onConnect: () => {} })
  await expect(mailer(settings(silent.url()), 100)!(letter)).rejects.toThrow(/greeting|timeout/i)
  const { got, url } = await postOffice()
  const lines = 'x\r\nBcc: other@evil.example'
  await mailer(settings(url()))!({ ...letter, subject: lines, files: [{ name: `${lines}.xlsx`, type: 'text/plain', content: Buffer.from('a') }] })
  expect(got[0]!.to).toEqual(['office@city.example'])
  expect(header(got[0]!.text, 'Bcc')).toBe('')
})

it('[F77] [L6] without a mail server no mail is offered, and receivers of mail without one, or with the name of another, stop the start', async () => {
  expect(mailer(readConfig({}))).toBeNull()
  const to = JSON.stringify([{ name: 'a', to: 'a@b.example' }])
  expect(() => readConfig({ MAIL_TO: to })).toThrow('Setting MAIL_TO has receivers, but no mail can be sent. Add MAIL_URL and MAIL_FROM.')
  expect(() => settings('smtp://127.0.0.1:1', { MAIL_TO: to, WEBHOOKS: JSON.stringify([{ name: 'a', kind: 'json', url: 'http://127.0.0.1/' }]) })).toThrow('the same name')
  for (const url of ['http://mail.example', 'smtp://', 'smtp://mail.example/?tls=no', 'mail.example']) expect(() => settings(url), url).toThrow(/^Setting MAIL_URL/)

  const plain = await runningBoard()
  const receiversFor = async (board: typeof plain, role: 'coordinator' | 'inspector') => (await (await board.person({ role }).fetch('/api/i/first/tables')).json() as { receivers: string[] }).receivers
  expect(await receiversFor(plain, 'coordinator')).toEqual([])
  const { url } = await postOffice()
  const board = await runningBoard({ settings: { MAIL_URL: url(), MAIL_FROM: 'board@county.example', MAIL_TO: JSON.stringify([{ name: '市指挥部', to: 'office@city.example' }]) } })
  expect([await receiversFor(board, 'coordinator'), await receiversFor(board, 'inspector')]).toEqual([['市指挥部'], []])
})

it('[F88] [NT8] a notice reaches a real mail server in the language its person chose, with how many there are and nothing of what is in them; a letter that is refused for good was not told', async () => {
  const { got, url } = await postOffice({
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? refusal(550) : address.startsWith('later') ? refusal(451) : null),
  })
  const send = sender({ choices: { devices: () => [], drop: () => {}, mailOf: person => person }, push: async () => false, mail: mailer(settings(url())), sms: null, phoneOf: () => '', origin: 'https://board.example' })
  expect(send.has).toEqual(['push', 'mail'])
  const choice = (mail: string, lang: 'zh' | 'en' = 'zh') => ({ ...noChoice, usual: ['mail' as const], mail, lang })
  const told = { incident: 'first', drill: true, count: 3, urgent: true }
  expect(await send.by.mail('una@county.example', choice('una@county.example'), told)).toBe(true)
  expect(await send.by.mail('una@county.example', choice('una@county.example', 'en'), { ...told, drill: false, count: 1, urgent: false })).toBe(true)
  expect(got.map(({ from, to, text }) => [from, to, worded(header(text, 'Subject')).replace(/\s+/g, ' ')])).toEqual([
    ['board@county.example', ['una@county.example'], '【演练】一线 · 有 3 条紧急提醒，请打开一线查看。'],
    ['board@county.example', ['una@county.example'], 'Yixian · 1 new notice. Open Yixian to read it.'],
  ])
  expect(got[1]!.text).toContain('https://board.example/?i=first')
  expect(await send.by.mail('gone@county.example', choice('gone@county.example'), told)).toBe(false)
  expect(await send.by.mail('', choice(''), told)).toBe(false)
  await expect(send.by.mail('later@county.example', choice('later@county.example'), told)).rejects.toThrow('451')
  expect(got).toHaveLength(2)
})
