import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serviceOf } from '../../shared/duty/service-hours.ts'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F67] [F62] the certificate sums check-ins, not sign-ups: on the volunteer\'s phone, at headquarters, and as an A4 PDF; the calendar tells the same shifts', async () => {
  const shifts = [...board.board.authority.board.all('shift')]
  const past = (id: string) => shifts.filter(shift => shift.claimedBy.includes(id) && shift.endsAt < board.board.authority.now()).length
  const volunteers = board.board.accounts.list().filter(one => one.role === 'volunteer')
  const who = volunteers.find(one => serviceOf(one.id, shifts, board.board.authority.now()).minutes > 0 && past(one.id) > serviceOf(one.id, shifts, board.board.authority.now()).served.length)
  const { served, minutes } = serviceOf(who?.id ?? '', shifts, board.board.authority.now())
  const hours = `${(Math.floor(minutes / 6) / 10).toFixed(1)} 小时`

  const ben = await board.come('volunteer', { who: who?.id, viewport: { width: 390, height: 844 } })
  await ben.page.getByRole('button', { name: '我的', exact: true }).click()
  await ben.page.getByRole('link', { name: '我的服务时长' }).click()
  await ben.page.getByText(`参加志愿服务 ${served.length} 次，累计 ${hours}`).waitFor()
  await expect.poll(() => ben.page.locator('tbody tr').count()).toBe(served.length)
  await ben.page.getByText('由本人打印，盖章后有效').waitFor()
  await expect.poll(() => ben.page.getByText('经办：').count()).toBe(0)
  expect(await seriousFaults(ben.page)).toEqual([])

  // Their calendar has the same shifts; its address stops working when a new one is made.
  await ben.page.goto(`${ben.cable.address}/calendar`)
  await ben.page.getByRole('button', { name: '生成地址' }).click()
  const address = (await ben.page.locator('code').textContent())?.trim() ?? ''
  expect(await (await fetch(address)).text()).toContain(served[0]?.shift.id)
  expect(await seriousFaults(ben.page)).toEqual([])
  await ben.page.getByRole('button', { name: '停用地址' }).click()
  await ben.page.getByText('用旧地址的日历不再更新').waitFor()
  await ben.page.getByRole('button', { name: '停用地址' }).click()
  await ben.page.getByText('还没有订阅地址').waitFor()
  expect((await fetch(address)).status).toBe(404)

  // Somebody else's certificate is not shown.
  await ben.page.goto(`${ben.cable.address}/certificate/${volunteers.find(one => one.id !== who?.id)?.id}`)
  await ben.page.getByText('只有本人和排班的负责人可以查看').waitFor()
  expect(await ben.page.locator('article').count()).toBe(0)

  const ann = await board.come('coordinator', { at: `/?sel=shift/${served[0]?.shift.id}` })
  await ann.page.getByRole('link', { name: `时长证明 ${who?.name}` }).click()
  await ann.page.getByRole('heading', { name: '志愿服务时长证明' }).waitFor()
  await ann.page.getByText(`兹证明 ${who?.name}`).waitFor()
  await ann.page.getByRole('columnheader', { name: hours }).waitFor()
  await ann.page.getByText('经办：').waitFor()
  // The rows add up to the total as they are printed.
  const cells = await ann.page.locator('td.n').allTextContents()
  expect(cells.reduce((sum, cell) => sum + Number.parseInt(cell), 0)).toBe(minutes)
  await ann.page.getByRole('columnheader', { name: `${minutes} 分钟` }).waitFor()
  const pdf = (await ann.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // A4 in points.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/)
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(Math.max(1, Math.ceil(served.length / 30)))
  expect([...ben.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([ben.context.close(), ann.context.close()])
})
