import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import PizZip from 'pizzip'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const frozen = () => [...board.board.authority.board.all('bulletin')].sort((a, b) => a.day < b.day ? -1 : 1)
const text = (file: Buffer, name: RegExp) => new PizZip(file).file(name).map(part => part.asText()).join('').replace(/<[^>]+>/g, '')

it('[F73] [F74] [F09] a figure of a frozen day opens exactly its rows as they were then; the aspects add up to all findings', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  const last = frozen().at(-1)!
  await visit(page, '/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^通报/ }).click()
  await page.locator(`a[href="/bulletin/${last.day}"]`).click()
  await page.locator('[data-aspect]').first().waitFor()
  const bars = await page.locator('[data-aspect] b').allInnerTexts()
  expect(bars.reduce((sum, n) => sum + Number(n), 0)).toBe(last.figures.found)

  for (const [nth, count] of [[0, last.figures.found], [1, last.figures.closed], [2, last.figures.followed], [4, last.figures.foundToday], [7, last.figures.inspections]] as const) {
    const figure = page.locator('dd').nth(nth).locator('a')
    expect(Number((await figure.textContent())?.trim())).toBe(count)
    await figure.click()
    await page.locator('[data-count]').waitFor()
    expect((await page.locator('[data-count]').textContent())?.trim()).toBe(`共 ${count} 条`)
    await expect.poll(() => page.locator('.rows li').count()).toBe(count)
    await page.goBack()
    await page.locator('[data-aspect]').first().waitFor()
  }
  expect(await seriousFaults(page)).toEqual([])
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F73] a running figure opens its rows on the board; editing yesterday\'s issue changes no bulletin and is a correction line of the running day', async () => {
  const last = frozen().at(-1)!
  const before = JSON.stringify(last.figures)
  const ann = await board.come('coordinator', { at: '/bulletins' })
  const { page } = ann
  const followed = page.locator('dd').nth(2).locator('a')
  const n = Number((await followed.textContent())?.trim())
  await followed.click()
  await page.locator('.left .chip[aria-pressed="true"] b, .left [aria-pressed="true"] b').first().waitFor()
  expect(Number((await page.locator('.left [aria-pressed="true"] b').first().textContent())?.trim())).toBe(n)

  const old = [...board.board.authority.board.all('issue')].find(issue => issue.foundAt < last.from)!
  const answer = await board.board.authority.submit({ id: 'edit-old', name: 'editIssue', args: { issue: old.id, set: { title: '更正后的标题' }, base: { title: old.title } } }, { id: ann.person.id, role: 'coordinator' })
  expect(answer.ok).toBe(true)
  await visit(page, '/bulletins')
  await page.getByRole('link', { name: '今日（进行中）' }).click()
  const line = page.locator('[data-correction]')
  await line.getByText('更正后的标题').first().waitFor()
  await expect.poll(() => line.count()).toBe(1)
  expect((await line.textContent())?.replace(/\s+/g, ' ')).toContain(`${old.title} 更正为 更正后的标题`)
  expect(JSON.stringify(board.board.authority.board.get('bulletin', last.day)!.figures)).toBe(before)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F74] a bulletin can be signed after its number and figures are read; page, Word file and Excel file show its number', async () => {
  const last = frozen().at(-1)!
  const ann = await board.come('coordinator', { at: `/bulletin/${last.day}` })
  const { page } = ann
  await page.getByRole('button', { name: '签发通报' }).click()
  const dialog = page.getByRole('dialog', { name: '签发通报' })
  await dialog.getByText(`廉防指通报〔${last.day.slice(0, 4)}〕${frozen().length}号`).waitFor()
  await dialog.getByText(String(last.figures.found), { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(frozen().at(-1)!.issuedAt).toBe(null)
  await page.locator('section', { hasText: '典型案例与工作要求' }).getByRole('button', { name: '编辑' }).click()
  const remarks = page.getByRole('dialog', { name: '写案例和要求' })
  await remarks.getByLabel('典型案例').fill('某院一周只检一次。')
  await remarks.getByLabel('工作要求').fill('各镇街今日自查。')
  await remarks.getByRole('button', { name: '保存修改' }).click()
  await remarks.waitFor({ state: 'detached' })
  // Signed, withdrawn with a reason while nobody has read it, signed again: the first number is void.
  await page.getByRole('button', { name: '签发通报' }).click()
  await dialog.getByRole('button', { name: '确认签发' }).click()
  await page.getByText('还没有镇街或单位读过').waitFor()
  await page.getByRole('button', { name: '撤回通报' }).click()
  const back = page.getByRole('dialog', { name: '撤回通报' })
  await back.getByLabel('撤回原因').fill('案例写错')
  await back.getByRole('button', { name: '撤回通报' }).click()
  await back.waitFor({ state: 'detached' })
  // A dialog closes once this device has decided; the server has it a moment later.
  await expect.poll(() => frozen().at(-1)!.withdrawn.length).toBe(1)
  const first = frozen().at(-1)!.withdrawn[0]!.no
  const number = `廉防指通报〔${last.day.slice(0, 4)}〕${first + 1}号`
  await page.getByRole('button', { name: '签发通报' }).click()
  await dialog.getByRole('button', { name: '确认签发' }).click()
  await page.locator('.number', { hasText: number }).waitFor()
  const kept = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()])
    return [download.suggestedFilename(), await bytesOf(download)] as const
  }
  const [word, docx] = await kept('Word')
  expect(word).toBe(`疫情防控督查日通报${last.day}.docx`)
  expect(text(docx, /word\/document\.xml/)).toContain(number)
  expect(text(docx, /word\/document\.xml/)).toContain('某院一周只检一次。')
  expect(text(docx, /word\/document\.xml/)).toMatch(/20\d\d年\d+月\d+日20时/)
  expect(text(docx, /word\/document\.xml/)).toContain(`累计发现问题${last.figures.found}个`)
  const [, xlsx] = await kept('Excel')
  expect(text(xlsx, /sharedStrings\.xml|worksheets\/sheet1\.xml/)).toContain(number)

  // A template with an unknown tag is refused with the reason, and the old one stays.
  await visit(page, '/bulletins')
  await page.locator('input[type="file"]').setInputFiles({ name: 'x.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no word file') })
  await page.getByText('这不是 Word 文件').waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F73] the list of days works in English, dark, on a phone; a day without a bulletin says so', async () => {
  const ada = await board.come('admin', { lang: 'en', theme: 'dark', viewport: { width: 390, height: 844 } })
  const { page } = ada
  await visit(page, '/bulletins')
  await page.getByText('Today, so far').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  for (const day of ['2001-01-01', '2026-99-99', 'x']) {
    await visit(page, `/bulletin/${day}`)
    await page.getByText(`There is no bulletin of ${day} yet`).waitFor()
  }
  await visit(page, '/samples')
  await page.locator('[data-sample]').first().waitFor()
  expect([...ada.errors, ...board.bugs]).toEqual([])
  await ada.context.close()
})

it('[F35] the day\'s sample is a to-do: somebody else confirms it holds, or marks a relapse by the ordinary step', async () => {
  const ina = await board.come('inspector', { viewport: { width: 390, height: 844 } })
  const { page } = ina
  const last = frozen().at(-1)!
  const mine = last.sample.filter((id) => {
    const issue = board.board.authority.board.get('issue', id)!
    // Where somebody was since the closing, no photo is asked for.
    const visited = [...board.board.authority.board.by('inspection', 'place', issue.place ?? '')].some(({ checkIn }) => checkIn && checkIn.at > issue.since)
    return issue.closedBy !== ina.person.id && issue.rectifiedBy !== ina.person.id && !visited
  })
  await visit(page, `/?state=all&sel=issue/${mine[0]}`)
  await page.getByText('今日抽查').waitFor()
  await page.locator('.asked input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a3' } }).jpeg().toBuffer() })
  await expect.poll(() => board.board.authority.board.get('bulletin', last.day)!.held[mine[0]!]).toBe(ina.person.id)
  await board.board.authority.submit({ id: 'relapse', name: 'advanceIssue', args: { issue: mine[1], from: 'closed', to: 'relapsed', reason: '又出现' } }, { id: ina.person.id, role: 'inspector' })
  await visit(page, '/samples')
  await page.getByText(`${last.sample.length} 件中 ${last.sample.length - 2} 件待抽查`).waitFor()
  expect([...ina.errors, ...board.bugs]).toEqual([])
  await ina.context.close()
})

it('[F74] a wall screen reads a bulletin at any time; a township reads it once it is signed, without the rows of others', async () => {
  const vic = await board.come('viewer')
  const olaf = await board.come('officer')
  const last = frozen().at(-1)!
  await visit(vic.page, `/bulletin/${last.day}`)
  await vic.page.locator('dd a').first().waitFor()
  await visit(olaf.page, `/bulletin/${last.day}`)
  await olaf.page.locator('dd').first().waitFor()
  expect(await olaf.page.locator('dd a').count()).toBe(0)
  expect([...vic.errors, ...olaf.errors, ...board.bugs]).toEqual([])
  await Promise.all([vic.context.close(), olaf.context.close()])
})

it('[SE7] [F73] a day that has left the board is listed when earlier ones are asked for, and its page opens by itself', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  const [oldest] = frozen()
  const cleared = board.board.authority.board.get('incident', 'incident')?.cleared.bulletin ?? 0
  expect(oldest!.until).toBeLessThan(cleared)
  await visit(page, '/bulletins')
  const row = page.locator(`a[href="/bulletin/${oldest!.day}"]`)
  await page.locator(`a[href="/bulletin/${frozen().at(-1)!.day}"]`).first().waitFor()
  expect(await row.count()).toBe(0)
  await page.getByRole('button', { name: '更早的' }).click()
  await row.first().waitFor()
  await visit(page, `/bulletin/${oldest!.day}`)
  await page.getByText(String(oldest!.figures.found), { exact: true }).first().waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
