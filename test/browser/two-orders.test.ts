import type { Stage } from './stage.ts'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const inspections = () => [...board.board.authority.board.all('inspection')]

it('[T11] [F82] two of a team put one route in another order, one of them without a network: both orders stand side by side, and the person’s choice counts', async () => {
  const ina = await board.come('inspector', phone)
  const team = `team-${ina.person.team}`
  const colleague = board.board.accounts.list().find(one => one.role === 'inspector' && one.team === ina.person.team && one.id !== ina.person.id)!
  const ben = await board.come('inspector', { ...phone, who: colleague.id })
  const planned = inspections().filter(one => one.inspector === null && one.state === 'planned' && one.team === team).sort((a, b) => a.order - b.order)
  const day = planned[0]!.day
  const ids = () => inspections().filter(one => one.inspector === null && one.state === 'planned' && one.team === team && one.day === day).sort((a, b) => a.order - b.order).map(one => one.id)
  const [a, b, c, ...rest] = ids()
  const title = (id?: string) => planned.find(one => one.id === id)!.title
  for (const one of [ina, ben]) {
    await one.page.getByRole('navigation').getByRole('button', { name: '今日路线' }).tap()
    await one.page.getByRole('button', { name: '调整顺序' }).tap()
    await one.page.locator(`[data-stop="${a}"]`).waitFor()
  }
  ina.cable.pull()
  await ina.page.locator(`[data-stop="${a}"]`).press('ArrowDown')
  await ina.page.getByRole('button', { name: '保存顺序' }).tap()
  await ina.page.getByText('1 条待发送').first().waitFor()
  await ben.page.locator(`[data-stop="${c}"]`).press('ArrowUp')
  await ben.page.getByRole('button', { name: '保存顺序' }).tap()
  const theirs = [a, c, b, ...rest]
  await expect.poll(ids).toEqual(theirs)

  ina.cable.plug()
  const card = ina.page.locator('.corner .card')
  await card.waitFor({ timeout: 60_000 })
  const places = async (side: string) => {
    const words = await card.locator(side).locator('.words').textContent()
    return [a, b, c].map(id => words!.indexOf(title(id)))
  }
  const [mine, other] = [await places('.text.mine'), await places('.text:not(.mine)')]
  expect([...mine, ...other].every(at => at >= 0)).toBe(true)
  expect([mine[1]! < mine[0]!, mine[0]! < mine[2]!, other[0]! < other[2]!, other[2]! < other[1]!]).toEqual([true, true, true, true])
  // Nothing has happened to the route, and nothing is lost before the person chooses.
  expect(ids()).toEqual(theirs)
  expect(await seriousFaults(ina.page)).toEqual([])
  // The message about what was sent leaves the card readable.
  await expect.poll(() => ina.page.evaluate(() => {
    const [toast, card] = ['.toast', '.corner .card'].map(one => document.querySelector(one)?.getBoundingClientRect())
    return !toast || !card || toast.bottom <= card.top || toast.top >= card.bottom
  })).toBe(true)
  if (process.env.SHOTS) await ina.page.screenshot({ path: `${process.env.SHOTS}/two-orders.png` })
  await card.getByRole('button', { name: '只用我的' }).tap()
  await expect.poll(ids).toEqual([b, a, c, ...rest])
  await card.waitFor({ state: 'detached' })
  // The order that was not chosen stays in the log.
  const log = await board.board.store.since(0, board.board.authority.board.seq)
  expect(log.filter(one => one.name === 'reorderRoute').slice(-2).map(one => one.actor)).toEqual([colleague.id, ina.person.id])
  expect([...ina.errors, ...ben.errors, ...board.bugs]).toEqual([])
  await Promise.all([ina.context, ben.context].map(one => one.close()))
})
