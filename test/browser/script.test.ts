import type { Stage, Visitor } from './stage.ts'
import fs from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { inside } from '../../shared/core/ring.ts'
import { night, nightDay } from '../../shared/county/lianjiang/drill/shifts.ts'
import { plannedId } from '../../shared/duty/duty.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

/** Steps of the drill's ten-minute script, each on the screens of all people involved. Pictures: dist/pictures. */

let board: Stage
beforeAll(async () => {
  fs.mkdirSync('dist/pictures', { recursive: true })
  board = await stage('drill')
})
afterAll(() => board.end())

const hour = 3_600_000
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const panel = ({ page }: Visitor) => page.locator('.detail-panel')
const goTo = ({ page }: Visitor, where: string) => visit(page, where)
const picture = ({ page }: Visitor, name: string) => page.screenshot({ path: `dist/pictures/script-${name}.png` })
async function leave(people: readonly Visitor[]): Promise<void> {
  expect([...people.flatMap(one => one.errors), ...board.bugs]).toEqual([])
  await Promise.all(people.map(one => one.context.close()))
}

it('[F17] [F24] [F44] step 3: headquarters sees the pin of a team at once and draws a zone there; a care home inside turns red on every screen', async () => {
  const { authority } = board.board
  const zones = () => [...authority.board.all('zone')].filter(one => one.liftedAt === null)
  const tested = (id: string) => authority.board.get('fulfilment', `${id}-test`)?.at ?? 0
  // Outside all zones twice a week is enough: tested the longest ago, and not late yet.
  const [home] = [...authority.board.all('place')].filter(one => one.kind === 'careHome' && !one.retired && one.id !== 'pl-huaren-jishui' && tested(one.id) < authority.now() - 25 * hour && !zones().some(({ ring }) => inside([one.lng, one.lat], ring))).sort((a, b) => tested(b.id) - tested(a.id))
  if (!home) throw new Error('every care home is in a zone or tested today')
  const [ina, ann, una] = [await board.come('inspector', phone), await board.come('coordinator'), await board.come('officer', { ...phone, who: `p-off-${home.township}` })]
  await goTo(una, '/due?only=late')
  await una.page.getByText('应检、应访、应消杀', { exact: false }).waitFor()
  const red = una.page.locator('.due', { hasText: home.name })
  expect(await red.filter({ hasText: '检测' }).count()).toBe(0)

  await goTo(ann, `/?sel=place/${home.id}`)
  await panel(ann).getByRole('heading', { name: home.name }).waitFor()
  await goTo(ina, `/?sel=place/${home.id}`)
  await panel(ina).getByRole('button', { name: '上报问题' }).first().tap()
  const form = ina.page.getByRole('dialog')
  await form.getByPlaceholder('一句话说清哪里不对').fill('仅实行一周两检')
  await form.getByLabel('重点方面').selectOption({ label: '防控措施' })
  await form.getByRole('button', { name: '发送' }).tap()
  await panel(ann).getByText('仅实行一周两检').first().waitFor()
  // The map shows the open place in the middle of what panel and list leave free, and stays there when the panel closes.
  const [map, card] = [(await ann.page.locator('.leaflet-container').boundingBox())!, (await panel(ann).boundingBox())!]
  const list = (await ann.page.getByRole('tablist').first().boundingBox())!
  const [x, y] = [(list.x + list.width + card.x) / 2, map.y + map.height / 2]
  await picture(ann, '3-pin')

  await ann.page.getByRole('tab', { name: /区域/ }).click()
  await ann.page.getByRole('button', { name: '划区域' }).click()
  const draw = ann.page.getByRole('dialog')
  await draw.getByLabel('区域名称').fill('脚本第三步')
  await draw.getByRole('radio', { name: '封控区' }).check()
  await draw.getByRole('button', { name: '在地图上画' }).click()
  await ann.page.getByRole('status').filter({ hasText: '点地图加拐点' }).waitFor()
  for (const [i, [dx, dy]] of ([[-110, -90], [110, -90], [110, 90]] as const).entries()) {
    await ann.page.mouse.click(x + dx, y + dy)
    await expect.poll(() => ann.page.locator('.draw-corner').count()).toBe(i + 1)
  }
  await ann.page.mouse.dblclick(x - 110, y + 90)
  await draw.getByRole('button', { name: '划定', exact: true }).click()
  await expect.poll(() => zones().some(one => one.name === '脚本第三步' && inside([home.lng, home.lat], one.ring))).toBe(true)
  await red.filter({ hasText: '检测' }).getByText(/已超/).waitFor()
  await Promise.all([picture(ann, '3-desk'), picture(una, '3-township')])
  await leave([ina, ann, una])
})

it('[F47] [F50] [F51] step 4: a school reports gloves short from a phone, a store covers it, the van leaves; seen on three screens', async () => {
  const [ina, ann, una] = [await board.come('inspector', phone), await board.come('coordinator'), await board.come('unit', phone)]
  await goTo(ina, '/?sel=place/pl-nanqiao')
  await panel(ina).getByRole('button', { name: '报缺口' }).tap()
  const form = ina.page.getByRole('dialog')
  await form.getByLabel('缺什么').fill('手套')
  await form.getByLabel('数量').fill('2000')
  await form.getByRole('button', { name: '报出缺口' }).tap()
  await form.waitFor({ state: 'detached' })
  const need = () => [...board.board.authority.board.all('shortage')].find(one => one.place === 'pl-nanqiao')
  await expect.poll(() => need()?.supply).toBe('glove')

  // It is on headquarters' map and list at once; the first store proposed has enough.
  await goTo(ann, `/?tab=shortage&sel=shortage/${need()?.id}`)
  await panel(ann).getByRole('button', { name: '安排调拨' }).click()
  await panel(ann).getByRole('radio').first().waitFor()
  await picture(ann, '4-store')
  await panel(ann).getByRole('button', { name: '安排调拨' }).click()
  await expect.poll(() => need()?.allocated).toBe(2000)

  for (const one of [ina, una]) await goTo(one, `/?sel=shortage/${need()?.id}`)
  await panel(una).getByRole('button', { name: '发车' }).tap()
  await panel(una).getByLabel('车牌或司机岗位').fill('粤G 12345')
  await panel(una).getByRole('button', { name: '发车' }).last().tap()
  for (const one of [ann, ina, una]) await panel(one).locator('.delivery.onTheWay', { hasText: '手套 2000' }).waitFor()
  await Promise.all([picture(ann, '4-desk'), picture(ina, '4-school'), picture(una, '4-store-phone')])
  await leave([ina, ann, una])
})

it('[F63] [F64] step 5: a free place of the night is offered at once to a rested person who waits, and taken; a tired one is refused; on phones and the desk', async () => {
  const now = board.board.authority.now()
  const today = dayNumber(now, 'Asia/Shanghai')
  const midnight = Date.parse(`${dayName(today)}T00:00:00+08:00`)
  const id = plannedId('g-liangdong', today + nightDay({ now, today: midnight }), 'c')
  const shift = () => board.board.authority.board.get('shift', id)
  const ann = await board.come('coordinator')
  const [watch, rested, tired] = [await board.come('volunteer', { ...phone, who: night.watch[0] }), await board.come('volunteer', { ...phone, who: night.rested }), await board.come('volunteer', { ...phone, who: night.tired })]
  for (const one of [ann, watch, rested, tired]) await goTo(one, `/?sel=shift/${id}`)
  for (const one of [ann, rested]) await panel(one).getByText('候补 2 人').waitFor()

  await panel(watch).getByText('来不了？').tap()
  await panel(watch).getByRole('button', { name: '退出班次' }).tap()
  await panel(rested).getByRole('button', { name: '接受这一班' }).tap()
  await panel(rested).getByText('来不了？').waitFor()
  // A phone shows its own act at once; the server has it a moment later.
  await expect.poll(shift).toMatchObject({ claimedBy: [night.watch[1], night.rested], waitlist: [night.tired] })
  const told = [...board.board.authority.board.all('notice')].filter(one => one.shift === id).map(one => [one.rule, one.to.person])
  expect(told).toEqual(expect.arrayContaining([['offered', night.rested]]))
  await panel(ann).getByText('候补 1 人').waitFor()
  await panel(ann).getByText(rested.person.name).first().waitFor()

  // Headquarters opens one more place. The person who served by day keeps their turn, and is told why they do not get the place.
  await panel(ann).getByRole('button', { name: '编辑' }).click()
  const form = ann.page.getByRole('dialog')
  await form.getByLabel('需要人数').fill('3')
  await form.getByRole('button', { name: '保存' }).click()
  await panel(tired).getByText(/休息不够/).first().waitFor()
  await expect.poll(shift).toMatchObject({ needed: 3, claimedBy: [night.watch[1], night.rested], waitlist: [night.tired] })
  await panel(ann).getByText('还缺 1 人').first().waitFor()
  await Promise.all([picture(ann, '5-desk'), picture(rested, '5-rested'), picture(tired, '5-tired'), picture(watch, '5-watch')])
  await leave([ann, watch, rested, tired])
})

it('[F07] [F71] step 10: headquarters switches to recovery and every open screen follows: 52 schools, 25,166 pupils', async () => {
  const [ann, vic] = [await board.come('coordinator', { viewport: { width: 1920, height: 1080 } }), await board.come('viewer')]
  await goTo(ann, '/incidents')
  const form = ann.page.locator('form', { has: ann.page.getByRole('button', { name: '确认转换' }) })
  await form.getByRole('combobox').selectOption({ label: '恢复' })
  await form.getByLabel('理由（写入记录）', { exact: true }).fill('连续十四天无新增')
  await form.getByRole('button', { name: '确认转换' }).click()
  for (const one of [ann, vic]) await one.page.locator('header .tag', { hasText: '恢复' }).first().waitFor()
  await vic.page.locator('.legend .tones button', { hasText: '停工停课' }).waitFor()
  await goTo(ann, '/recovery?view=schools&batch=1')
  await ann.page.getByText('52 所').waitFor()
  await ann.page.getByText('25,166 人').waitFor()
  await Promise.all([picture(ann, '10-schools'), picture(vic, '10-map')])
  await leave([ann, vic])
})
