import type { Stage } from './stage.ts'
import fs from 'node:fs/promises'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { placeCode } from '../../shared/register/place-code.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F14] the poster of a place leads a team to its check-in, and a passer-by to one public line', async () => {
  const ann = await board.come('coordinator', { at: '/posters?kind=careHome' })
  const posters = ann.page.locator('.poster')
  await posters.first().waitFor()
  const homes = [...board.board.authority.board.all('place')].filter(one => one.kind === 'careHome' && !one.retired)
  await expect.poll(() => posters.count()).toBe(homes.length)
  await expect.poll(() => ann.page.getByRole('img', { name: /^场所码 / }).count()).toBe(homes.length)
  const pdf = await ann.page.pdf({ format: 'A4' })
  expect(pdf.length).toBeGreaterThan(10_000)

  const ina = await board.come('inspector', { viewport: { width: 390, height: 844 } })
  const at = 'pl-huaren-jishui'
  await ina.page.goto(`${ina.cable.address}/p/${at}`)
  await ina.page.waitForURL(/sel=place/)
  await ina.page.getByText('这张海报已作废，不能证明到场').waitFor()
  const code = placeCode(board.board.authority.board.get('placeKey', at)!.key, at)
  await ina.page.goto(`${ina.cable.address}/p/${at}#${code}`)
  await ina.page.waitForURL(/sel=place/)
  await ina.page.getByRole('button', { name: '用场所码到场' }).click()
  await expect.poll(() => [...board.board.authority.board.all('inspection')].find(one => one.place === at && one.inspector === ina.person.id && one.checkIn?.proven)?.checkIn?.how).toBe('code')

  const passer = await board.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await passer.newPage()
  await page.goto(`${ann.cable.address}/p/pl-huaren-jishui`)
  await page.getByRole('heading', { name: '吉水镇华仁养老院' }).waitFor()
  await page.getByText('这张海报已作废，不能证明到场').waitFor()
  await page.goto(`${ann.cable.address}/p/${at}?i=first#${code}`)
  await page.getByRole('heading', { name: '吉水镇华仁养老院' }).waitFor()
  expect(await page.getByText('已作废').count()).toBe(0)
  expect(await page.getByText(/一周两检|逾期|问题/).count()).toBe(0)
  await page.goto(`${ann.cable.address}/p/nothing-here`)
  await page.getByText('没有这个场所码').waitFor()
  await passer.close()
  expect([...ann.errors, ...ina.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), ina.context.close()])
})

it('[F14] six posters fill an A4 page, and no name is so long that the code or a line is cut', async () => {
  const ann = await board.come('coordinator')
  const homes = [...board.board.authority.board.all('place')].filter(one => one.kind === 'careHome' && !one.retired)
  const [first] = homes
  const set = { name: `${'廉江市吉水镇华仁社区居家养老服务中心'.repeat(2)}附属康复医院（东院区）` }
  expect(await board.board.authority.submit({ id: 'long-name', name: 'editPlace', args: { place: first!.id, set, base: { name: first!.name } } }, ann.person)).toMatchObject({ ok: true })
  await ann.page.goto(`${ann.cable.address}/posters?kind=careHome`)
  await expect.poll(() => ann.page.locator('.poster').count()).toBe(homes.length)
  await ann.page.getByText(set.name).first().waitFor()
  // The paper's free part: 190 by 277 mm.
  await ann.page.setViewportSize({ width: 718, height: 1047 })
  await ann.page.emulateMedia({ media: 'print' })
  const page = (277 / 25.4) * 96
  const sheet = await ann.page.locator('.sheets').evaluate((sheets) => {
    const top = sheets.getBoundingClientRect().top
    return [...sheets.children].map((poster) => {
      const frame = poster.getBoundingClientRect()
      const inside = [...poster.children].map(one => one.getBoundingClientRect())
      const code = poster.querySelector('svg')!.getBoundingClientRect()
      return { bottom: frame.bottom - top, cut: inside.filter(one => one.top < frame.top || one.bottom > frame.bottom || one.left < frame.left || one.right > frame.right).length, code: Math.min(code.width, code.height) }
    })
  })
  expect(sheet.slice(0, 6).every(one => one.bottom <= page)).toBe(true)
  expect(sheet.filter(one => one.cut)).toEqual([])
  // 30 mm are read from an arm's length.
  expect(Math.min(...sheet.map(one => one.code))).toBeGreaterThan(30 / 25.4 * 96)
  // The pages of the paper itself: where it breaks, a browser lays out anew.
  for (const [size, each] of [['A4 每页 6 张', 6], ['A4 每页 1 张', 1]] as const) {
    await ann.page.emulateMedia({ media: null })
    await ann.page.setViewportSize({ width: 1366, height: 768 })
    await ann.page.getByText(size).click()
    const pdf = await ann.page.pdf({ preferCSSPageSize: true })
    if (process.env.KEEP) await fs.writeFile(`${process.env.KEEP}-${each}.pdf`, pdf)
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), size).toHaveLength(Math.ceil(homes.length / each))
  }
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[INS1] [F23] a code scanned offline that the server finds wrong loses nothing: the check-in is kept as remote, with a reason', async () => {
  const { authority } = board.board
  const at = 'pl-huaren-hechun'
  const ina = await board.come('inspector', { viewport: { width: 390, height: 844 }, serviceWorkers: 'allow' })
  await ina.page.goto(`${ina.cable.address}/p/${at}#${'0'.repeat(12)}`)
  await ina.page.waitForURL(/sel=place/)
  await ina.page.getByRole('button', { name: '用场所码到场' }).waitFor()
  ina.cable.pull()
  await ina.page.getByRole('button', { name: '用场所码到场' }).click()
  await ina.page.waitForURL(/sel=inspection/)
  ina.cable.plug()
  const card = ina.page.locator('.trouble .card')
  await card.getByText('这不是这个场所现在用的场所码').waitFor()
  await card.getByLabel('不在现场的原因').fill('海报被雨淋坏')
  await card.getByRole('button', { name: '远程督查' }).click()
  await expect.poll(() => [...authority.board.all('inspection')].find(one => one.place === at && one.checkIn?.reason === '海报被雨淋坏')?.checkIn).toMatchObject({ how: 'remote', proven: false })
  await card.waitFor({ state: 'detached' })
  expect(board.bugs).toEqual([])
  await ina.context.close()
})

it('[INS1] [LD6] a revoked code is never printed again, even if the revocation reaches the server late', async () => {
  const { authority } = board.board
  const at = 'pl-huaren-hechun'
  const adm = await board.come('admin')
  let release = () => {}
  const held = new Promise<void>(done => release = done)
  await adm.context.routeWebSocket(/socket\.io/, (near) => {
    const far = near.connectToServer()
    near.onMessage(message => void (String(message).includes('voidPlaceCode') ? held : Promise.resolve()).then(() => far.send(message)))
  })
  await adm.page.goto(`${adm.cable.address}/posters?place=${at}`)
  const poster = adm.page.locator('.poster small')
  await poster.waitFor()
  const code = placeCode(authority.board.get('placeKey', at)!.key, at)
  const anew = adm.page.getByRole('button', { name: '作废旧码，换新码' })
  await anew.click()
  await adm.page.getByRole('alert').filter({ hasText: '马上失效' }).waitFor()
  await anew.click()
  await poster.waitFor({ state: 'detached' })
  // A request for the codes would have been answered before these.
  for (let i = 0; i < 3; i++) await adm.page.evaluate(async () => void await (await fetch('/api/session')).text())
  expect(await poster.count()).toBe(0)
  release()
  await expect.poll(() => placeCode(authority.board.get('placeKey', at)!.key, at)).not.toBe(code)
  await expect.poll(async () => (await poster.textContent())?.replaceAll('-', '')).toContain(placeCode(authority.board.get('placeKey', at)!.key, at))
  expect([...adm.errors, ...board.bugs]).toEqual([])
  await adm.context.close()
})

it('[F12] two people who revise a list at once see each other\'s changes, and inspections keep their version', async () => {
  const ann = await board.come('coordinator')
  const adm = await board.come('admin')
  const used = [...board.board.authority.board.all('inspection')].find(one => one.checklist === 'quarantineSite-1')
  expect(used).toBeDefined()
  for (const { page, cable } of [ann, adm]) {
    await page.goto(`${cable.address}/checklists?kind=quarantineSite`)
    await page.getByRole('button', { name: '修订' }).click()
    await page.getByRole('button', { name: '加一项' }).click()
  }
  await ann.page.getByLabel('应当做到 6').fill('应急电话已公布')
  await adm.page.getByLabel('应当做到 6').fill('窗户限位到位')
  await ann.page.getByRole('button', { name: '保存为第 3 版' }).click()
  await adm.page.getByText('别人已保存第 3 版').waitFor()
  await adm.page.locator('details', { hasText: '应急电话已公布' }).waitFor()
  await adm.page.getByRole('button', { name: '已看过' }).click()
  await adm.page.getByRole('button', { name: '保存为第 4 版' }).click()
  await adm.page.locator('details', { hasText: '第 4 版' }).getByText('窗户限位到位', { exact: true }).waitFor()
  await expect.poll(() => [...board.board.authority.board.all('checklist')].map(one => one.version).sort()).toEqual([3, 4])

  await ann.page.goto(`${ann.cable.address}/?sel=inspection/${used?.id}`)
  await ann.page.getByText('检查清单 · 第 1 版').waitFor()
  await ann.page.getByText('三区两通道标识不清').waitFor()
  expect([...ann.errors, ...adm.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), adm.context.close()])
})
