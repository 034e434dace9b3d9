import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let theatre: Stage
let free = 1e12
beforeAll(async () => theatre = await stage('drill', { space: async () => ({ free, total: 2e12 }), bounds: { roomEvery: 200 } }))
afterAll(async () => theatre.end())

it('[DF8] headquarters sees a banner while the server is short of room, and others do not', async () => {
  const [coordinator, admin, officer] = [await theatre.come('coordinator'), await theatre.come('admin', { lang: 'en' }), await theatre.come('officer')]
  const banner = ({ page }: typeof officer) => page.getByRole('status', { name: /^(?:服务器|Server)$/ })
  expect(await banner(coordinator).count()).toBe(0)
  free = 100e6
  await expect.poll(() => banner(coordinator).textContent()).toContain('存储空间不足')
  await expect.poll(() => banner(admin).textContent()).toContain('short of room')
  free = 0
  await expect.poll(() => banner(coordinator).textContent()).toContain('不用重启')
  expect(await banner(officer).count()).toBe(0)
  free = 1e12
  await expect.poll(() => banner(coordinator).count()).toBe(0)
  await expect.poll(() => banner(admin).count()).toBe(0)
  expect([...coordinator.errors, ...admin.errors, ...officer.errors, ...theatre.bugs]).toEqual([])
})
