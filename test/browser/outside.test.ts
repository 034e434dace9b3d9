import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('empty'))
afterAll(() => board.end())

const sizes = [['desk', { width: 1366, height: 768 }], ['phone', { width: 390, height: 844 }]] as const

it.each(sizes)('[Z3] [ST11] at a %s a place outside the county says how far, and an administrator reads what was set aside, in both languages', async (name, viewport) => {
  const [admin] = board.board.accounts.list()
  const code = county.townships[0]!.code
  const place = `far-${name}`
  const answer = await board.board.authority.submit({ id: `c-${name}`, name: 'addPlace', args: { place, name: '界外的卡点', kind: 'school', township: code, lng: 110.36, lat: 21.27 } }, { id: admin?.id ?? '', role: 'admin' })
  expect(answer).toMatchObject({ ok: true })
  board.board.store.aside.note('issue', 'x1', 7, 'Invalid length: Expected <=80 but received 500')
  for (const [lang, far, title] of [['zh', /位置在廉江界外 [\d.]+ 公里，请核对/, '读不出的记录'], ['en', /This position is [\d.]+ km outside Lianjiang/, 'Records that cannot be read']] as const) {
    const { page, cable, context, errors } = await board.come('admin', { at: `/?sel=place/${place}`, lang, viewport })
    await page.getByText(far).first().waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/far-${name}-${lang}.png` })
    await page.goto(`${cable.address}/incidents`)
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByText('x1').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/aside-${name}-${lang}.png`, fullPage: true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([errors, wide]).toEqual([[], 0])
    await context.close()
  }
}, 120_000)
