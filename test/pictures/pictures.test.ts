import type { Role } from '../../shared/core/actor.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, it } from 'vitest'
import { stage } from '../browser/stage.ts'

// `npm run pictures` takes a picture of every screen of the drill into dist/pictures; `-- -t desk` only the screens of that name.
// The README shows this folder's desk.png, the whole county with one place chosen: README=yes takes it again.

const folder = path.resolve('dist/pictures')
const sizes = { wide: [1920, 1080], laptop: [1366, 768], phone: [390, 844] } as const
type Size = keyof typeof sizes

/** The screens: role, address and sizes. */
const screens: readonly (readonly [name: string, role: Role, where: string, of: readonly Size[]])[] = [
  ['desk', 'coordinator', '/?sel=place/pl-huaren-jishui', ['wide', 'laptop', 'phone']],
  ['issue', 'coordinator', '/?state=awaiting', ['wide', 'laptop']],
  ['shifts', 'coordinator', '/?tab=shift', ['laptop', 'phone']],
  ['supplies', 'unit', '/?tab=shortage', ['laptop', 'phone']],
  ['township', 'officer', '/', ['laptop', 'phone']],
  ['volunteer', 'volunteer', '/', ['phone', 'laptop']],
  ['inspector', 'inspector', '/', ['phone', 'laptop']],
  ['radar', 'coordinator', '/supplies', ['laptop', 'phone']],
  ['stock', 'coordinator', '/supplies?view=stock', ['laptop', 'phone']],
  ['deliveries', 'unit', '/supplies?view=deliveries', ['laptop']],
  ['market', 'coordinator', '/supplies?view=market', ['laptop', 'phone']],
  ['shortage', 'coordinator', '/?tab=shortage&sel=shortage/so-4', ['laptop', 'phone']],
  ['issue-page', 'coordinator', '/issue/i-0362', ['laptop', 'phone']],
  ['inbox', 'unit', '/inbox', ['laptop', 'phone']],
  ['meeting', 'coordinator', '/meeting', ['wide', 'laptop', 'phone']],
  ['incidents', 'admin', '/incidents', ['laptop', 'phone']],
  ['posters', 'coordinator', '/posters?kind=careHome', ['laptop', 'phone']],
  ['checklists', 'coordinator', '/checklists?kind=quarantineSite', ['laptop', 'phone']],
  ['replay', 'coordinator', '/replay', ['wide', 'laptop', 'phone']],
  ['letters', 'coordinator', '/letters?unit=health', ['laptop', 'phone']],
  ['posts', 'coordinator', '/posts', ['wide', 'laptop', 'phone']],
  ['people', 'admin', '/people', ['laptop', 'phone']],
  ['import', 'coordinator', '/import', ['laptop']],
]
const looks = [['zh', 'light'], ['zh-Hant', 'light'], ['en', 'dark']] as const

let board: Awaited<ReturnType<typeof stage>>
beforeAll(async () => {
  fs.mkdirSync(folder, { recursive: true })
  board = await stage('drill')
})
afterAll(() => board.end())

for (const [name, role, where, of] of screens) {
  for (const size of of) {
    it.each(looks)(`${name} ${size} %s %s`, async (lang, theme) => {
      const [width, height] = sizes[size]
      const visitor = await board.come(role, { lang, theme, viewport: { width, height }, hasTouch: size === 'phone' })
      await visitor.page.goto(`${visitor.cable.address}${where}`)
      await visitor.page.waitForLoadState('networkidle')
      if (name === 'desk' && size === 'wide') {
        await visitor.page.locator('.scroller .row').nth(1).click()
        await visitor.page.waitForTimeout(1500)
        await visitor.page.locator('.tools button').nth(2).click()
      }
      // The map flies to the selected record; pictures must wait until it has arrived.
      await visitor.page.waitForTimeout(1200)
      const file = path.join(folder, `${name}-${size}-${lang}-${theme}.png`)
      await visitor.page.screenshot({ path: file })
      if (process.env.README && name === 'desk' && size === 'wide' && lang === 'zh') fs.copyFileSync(file, path.resolve('test/pictures/desk.png'))
      await visitor.context.close()
    })
  }
}
