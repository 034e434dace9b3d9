import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { codeAt } from '../../shared/duty/post-code.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

it('[F65] both phones offline: the leader shows the code, the holder scans it, the server learns it later; an old picture of the code is refused', async () => {
  const { authority, accounts } = board.board
  const busy = new Set([...authority.board.all('shift')].flatMap(shift => [...shift.claimedBy, ...shift.waitlist]))
  const [leader, holder] = accounts.list().filter(one => one.role === 'volunteer' && !busy.has(one.id))
  const planner = accounts.list().find(one => one.role === 'coordinator')
  if (!leader || !holder || !planner) throw new Error('the drill has too few people')
  const { township, lng, lat } = [...authority.board.all('place')][0]!
  const boss = { id: planner.id, role: 'coordinator' as const }
  const pattern = [{ id: 'a', title: '全天', start: '00:00', hours: 24, needed: 2 }]
  await authority.submit({ id: 'p1', name: 'openPost', args: { post: 'gate', title: '测试卡口', township, lng, lat, leader: leader.id, pattern } }, boss)
  await authority.submit({ id: 'p2', name: 'planShifts', args: { posts: ['gate'], from: dayName(dayNumber(board.board.authority.now(), 'Asia/Shanghai')), days: 1 } }, boss)
  const shift = [...authority.board.all('shift')].find(one => one.post === 'gate')!.id
  for (const person of [leader.id, holder.id]) await authority.submit({ id: `a-${person}`, name: 'assignShift', args: { shift, person, reason: '测试' } }, boss)

  const [ann, ben] = [await board.come('volunteer', { ...phone, serviceWorkers: 'allow', who: leader.id }), await board.come('volunteer', { ...phone, serviceWorkers: 'allow', who: holder.id })]
  await ann.page.goto(`${ann.cable.address}/?sel=shift/${shift}`)
  await ann.page.getByRole('button', { name: '显示签到码' }).tap()
  const shown = ann.page.locator('.digits')
  await shown.waitFor()
  const { key } = authority.board.get('postKey', 'gate')!

  // Stands in for Ben's camera.
  await ben.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const seen = document.createElement('canvas')
      const pen = seen.getContext('2d')!
      seen.width = 480
      seen.height = 480
      setInterval(() => {
        pen.fillStyle = '#888'
        pen.fillRect(0, 0, 480, 480)
        const picture = document.querySelector<HTMLImageElement>('#in-front')
        if (picture?.complete) pen.drawImage(picture, 90, 90, 300, 300)
      }, 100)
      return seen.captureStream()
    }
  })
  await ben.page.goto(`${ben.cable.address}/?sel=shift/${shift}`)
  const field = ben.page.getByLabel('岗位上显示的六位签到码')
  await field.fill(codeAt(key, board.board.authority.now() - 90_000))
  await ben.page.locator('.sheet').getByRole('button', { name: '签到', exact: true }).tap()
  await ben.page.getByText('签到码不对或已过期').first().waitFor()
  expect(authority.board.get('shift', shift)?.presence[holder.id]).toBeUndefined()

  // The scanner is loaded with the page, while it is online.
  await ben.page.waitForFunction(() => performance.getEntriesByType('resource').some(one => one.name.includes('ScanCode')))
  ann.cable.pull()
  ben.cable.pull()
  for (const { page } of [ann, ben]) await page.locator('[data-link="live"]').first().waitFor({ state: 'detached' })
  for (const { page } of [ann, ben]) expect(await page.locator('form').first().evaluate(form => form.getBoundingClientRect().right)).toBeLessThanOrEqual(376)
  await ben.page.getByRole('button', { name: '扫码签到' }).tap()
  const leaders = `data:image/png;base64,${(await ann.page.locator('.code .qr').screenshot()).toString('base64')}`
  await ben.page.evaluate((picture) => {
    const image = document.createElement('img')
    Object.assign(image, { id: 'in-front', src: picture, hidden: true })
    document.body.append(image)
  }, leaders)
  await ben.page.locator('.sheet').getByRole('button', { name: '签退' }).waitFor()
  expect(authority.board.get('shift', shift)?.presence[holder.id]).toBeUndefined()
  ben.cable.plug()
  await expect.poll(() => authority.board.get('shift', shift)?.presence[holder.id]?.in?.how, { timeout: 40_000 }).toBe('code')
  expect([...ann.errors, ...ben.errors]).toEqual([])
  expect(board.bugs).toEqual([])
})
