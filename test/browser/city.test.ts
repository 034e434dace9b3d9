import { expect, it } from 'vitest'
import { folder as bruma } from '../../shared/county/bruma/index.ts'
import { folder as lianjiang } from '../../shared/county/lianjiang/index.ts'
import { runningBoard } from '../support/running-board.ts'
import { system } from '../support/token.ts'
import { seriousFaults } from './axe.ts'
import { cutText } from './cut-text.ts'
import { misfits } from './misfits.ts'
import { stage } from './stage.ts'

/** Two counties with invented drills that share supplies, one with other words, and one that cannot be reached. */
const drills = [['廉江市', lianjiang, '506'], ['遂溪县', lianjiang, '7'], ['Bruma', bruma, '506']] as const

it('[F95] [CI2] [SC13] a city’s page has every county, what one could give another and the late issues, is clean for screen readers, and cuts nothing on a phone with text of 200 %', async () => {
  const CITY = [{ name: '坡头区', url: 'http://127.0.0.1:9', token: 'yixian_a_county_that_is_not_there' }]
  for (const [name, folder, DRILL_SEED] of drills) {
    const county = await runningBoard({ folder, settings: { START_WITH: 'drill', DRILL_SEED } })
    const { secret } = await system(county, county.person({ role: 'admin' }), { name: 'city', role: 'overseer' })
    CITY.push({ name, url: county.origin(), token: secret })
  }
  const board = await stage('drill', { settings: { CITY: JSON.stringify(CITY) } })
  for (const [lang, theme] of [['zh', 'light'], ['en', 'dark']] as const) {
    const { page, context, cable, errors } = await board.come('overseer', { at: '/city', lang, theme })
    for (const { name } of CITY) await page.getByRole('heading', { name }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    expect(await misfits(page)).toEqual([])
    const tools = await context.newCDPSession(page)
    await tools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 32 } })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${cable.address}/city`)
    for (const { name } of CITY) await page.getByRole('heading', { name }).waitFor()
    expect([...await cutText(page), ...await misfits(page)]).toEqual([])
    expect([...errors, ...board.bugs]).toEqual([])
    await context.close()
  }
  await board.end()
}, 240_000)
