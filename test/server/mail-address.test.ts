import { expect, it } from 'vitest'
import { askFor, followed, mailOf, withAddress } from '../../server/telling/mail-address.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { hour, noon } from '../support/given.ts'
import { postOffice, saidIn } from '../support/post-office.ts'
import { runningBoard } from '../support/running-board.ts'

it('[NT14] [F88] a mail address is confirmed by the link in one letter, on a device of the person who typed it; until then nothing goes there, and a wrong, old or used link says so', async () => {
  const { got, url } = await postOffice()
  const board = await runningBoard({ settings: { MAIL_URL: url(), MAIL_FROM: 'board@county.example', MAIL_PLAIN: 'yes' } })
  const [ann, ben] = [board.person({ role: 'coordinator' }), board.person({ role: 'coordinator' })]
  const post = (who: typeof ann, to: string, body: object = {}) => who.fetch(`/api/telling${to}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const choose = async (who: typeof ann, mail: string) => (await post(who, '', { ...noChoice, usual: ['mail'], mail })).status
  const confirmed = async (who: typeof ann) => (await (await who.fetch('/api/telling')).json() as { confirmed: boolean }).confirmed
  const tried = async (who: typeof ann) => (await (await post(who, '/try', { way: 'mail' })).json() as { sent: boolean }).sent
  const follow = async (who: typeof ann, secret: string) => (await (await post(who, '/mail/confirm', { secret })).json() as { answer: string }).answer
  const linkIn = (text: string) => /\/device#mail=([\w-]+)/.exec(saidIn(text))?.[1] ?? ''
  const letters = async (n: number) => {
    await expect.poll(() => got.length).toBe(n)
    return linkIn(got[n - 1]!.text)
  }

  expect(await choose(ann, 'ann@county.example')).toBe(204)
  const first = await letters(1)
  expect([got[0]!.to, first.length, saidIn(got[0]!.text).includes(ann.actor.id)]).toEqual([['ann@county.example'], 32, false])
  expect([await confirmed(ann), await tried(ann)]).toEqual([false, false])
  // The same address once more sends no second letter; the link is of no use to anybody else.
  expect(await choose(ann, 'ann@county.example')).toBe(204)
  expect(await follow(ben, first)).toBe('wrong')
  expect(await follow(ann, 'x'.repeat(32))).toBe('wrong')
  expect(await follow(ann, first)).toBe('confirmed')
  expect([await confirmed(ann), await follow(ann, first), await tried(ann)]).toEqual([true, 'used', true])
  await letters(2)

  // Another address begins again, and a letter to a former one confirms nothing.
  expect(await choose(ann, 'other@county.example')).toBe(204)
  const second = await letters(3)
  expect([await confirmed(ann), await tried(ann)]).toEqual([false, false])
  expect((await post(ann, '/mail')).status).toBe(204)
  const third = await letters(4)
  expect(await choose(ann, 'ann@county.example')).toBe(429)
  expect([await follow(ann, second), await follow(ann, third), await confirmed(ann)]).toEqual(['wrong', 'confirmed', true])
  expect(board.bugs).toEqual([])
})

it('[NT14] a link works for a day, and an address from before this rule counts as confirmed', () => {
  const { secret, kept } = askFor({ ...noChoice, mail: 'ann@county.example', confirmed: '' }, noon)
  expect(followed(kept, secret, noon + 24 * hour).answer).toBe('over')
  expect(followed(kept, secret, noon + 24 * hour - 1)).toMatchObject({ answer: 'confirmed', kept: { confirmed: 'ann@county.example' } })
  expect(mailOf(kept)).toBe('')
  // A letter to a former address confirms no other.
  expect(followed(withAddress({ ...noChoice, mail: 'new@county.example' }, kept), secret, noon).answer).toBe('wrong')
  expect(mailOf({ ...noChoice, mail: 'old@county.example' })).toBe('old@county.example')
  expect(mailOf(withAddress({ ...noChoice, mail: 'new@county.example' }, { ...noChoice, mail: 'old@county.example' }))).toBe('')
})

it('[NT14] nobody has strangers written to: three letters a day for each person, and to each address whoever types it, without a word about it', async () => {
  const { got, url } = await postOffice()
  const board = await runningBoard({ settings: { MAIL_URL: url(), MAIL_FROM: 'board@county.example', MAIL_PLAIN: 'yes' } })
  const choose = async (who: ReturnType<typeof board.person>, mail: string) => (await who.fetch('/api/telling', { method: 'POST', body: JSON.stringify({ ...noChoice, usual: ['mail'], mail }), headers: { 'content-type': 'application/json' } })).status
  const many = Array.from({ length: 5 }, () => board.person({ role: 'coordinator' }))
  for (const who of many) expect(await choose(who, 'Stranger@city.example')).toBe(204)
  await expect.poll(() => got.length).toBe(3)
  const [one] = many
  for (const [mail, status] of [['a@city.example', 204], ['b@city.example', 204], ['c@city.example', 429]] as const) expect(await choose(one!, mail)).toBe(status)
  await expect.poll(() => got.map(({ to }) => to[0])).toEqual(['Stranger@city.example', 'Stranger@city.example', 'Stranger@city.example', 'a@city.example', 'b@city.example'])
})
