import type { Page } from 'playwright-core'
import type { Lang } from '../../client/core/kept.ts'
import type { Role } from '../../shared/core/actor.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { simplifiedIn } from '../support/simplified.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const desk = { viewport: { width: 1366, height: 768 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const walks: readonly (readonly [role: Role, size: typeof desk, paths: readonly string[]])[] = [
  ['coordinator', desk, ['/', '/?sel=issue/i-0362', '/?sel=place/pl-huaren-jishui', '/?sel=township/440881106', '/?tab=shift', '/?tab=shortage', '/issue/i-0362', '/device', '/inbox', '/rechecks', '/samples', '/register', '/routes', '/due', '/recovery', '/recovery?view=schools', '/care', '/needs', '/help', '/help/poster', '/requirements', '/rounds', '/rounds?view=sites', '/rounds?view=plan', '/quarantine', '/quarantine?view=transfers', '/screens', '/crews', '/meeting', '/supplies', '/letters', '/posts', '/replay', '/tables?table=tb-townships', '/bulletins', '/coverage', '/reconcile', '/checklists', '/posters', '/incidents', '/rules', '/import', '/volunteers', '/settled', '/calendar']],
  ['admin', desk, ['/people', '/people/links', '/incidents', '/tokens', '/reference', '/audit']],
  ['inspector', phone, ['/']],
  ['volunteer', phone, ['/']],
  ['unit', phone, ['/inbox']],
]

/** Latin words in Chinese, each for a reason. */
const latin: Readonly<Record<string, string>> = {
  'PostgreSQL Excel Word WPS CSV xlsx PDF JPEG PNG GeoJSON': 'names of programs and kinds of files',
  'API OpenAPI KML KMZ GPX': 'names of techniques and kinds of files',
  'Esc': 'a key; letters alone are keys and no words',
  'WGS GCJ': 'names of datums',
  'MB km': 'measures',
  'EC HSG': 'numbers of laws and guides from abroad',
  'English': 'the name of the language, in itself',
  'QR GPS': 'names of techniques that Chinese offices write so',
  'OpenStreetMap contributors Natural Earth ODbL CC BY GRID': 'credits of the map data, which their licences ask for in this form',
}
const allowed = new Set(Object.keys(latin).join(' ').split(' '))

/** Every text that a person sees or hears on a page. */
const textsOn = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '')
    } else if (node.parentElement?.checkVisibility() && !node.parentElement.closest('[lang]:not(html)')) {
      found.push(node.textContent ?? '')
    }
  }
  // The codes of posters and addresses are no words.
  return [...new Set(found.map(text => text.replaceAll(/https?:\/\/[\w.:/?=&-]+/g, '').replaceAll(/\b[\da-z]{4}(?:-[\da-z]{4}){2}\b/g, '').trim()).filter(Boolean))]
})

/** What people wrote: the records, and the names of people. */
function written(): string {
  const { board: now } = board.board.authority
  const kinds = ['incident', 'place', 'issue', 'post', 'shift', 'crew', 'shortage', 'zone', 'announcement', 'team', 'checklist', 'inspection', 'briefing', 'dayReport', 'notice', 'delivery', 'pledge', 'letter', 'slip', 'bulletin', 'townshipCard', 'move', 'tube', 'grid', 'table', 'batch', 'transfer', 'exposure'] as const
  return JSON.stringify([kinds.map(kind => [...now.all(kind)]), board.board.accounts.list(), folder.county.credits, folder.county.office.bulletin.no, folder.county.office.letterNo, folder.county.requirements.map(one => one.rule)])
}

/** The runs of a script on a page that nobody wrote. */
function strange(texts: readonly string[], run: RegExp, known: string): readonly string[] {
  return texts.flatMap(text => [...text.matchAll(run)].filter(([part]) => !known.includes(part)).map(([part]) => `${part} (${text.slice(0, 60)})`))
}

it.each(['en', 'zh', 'zh-Hant'] as const)('[LG1] a page in one language has no words of another: %s', async (lang: Lang) => {
  const found: string[] = []
  for (const [role, size, paths] of walks) {
    const { page, context, errors } = await board.come(role, { ...size, lang })
    const known = written()
    for (const path of paths) {
      await visit(page, path)
      const texts = await textsOn(page)
      const odd = lang === 'en'
        ? strange(texts, /\p{Script=Han}+/gu, known)
        : lang === 'zh'
          ? strange(texts, /[a-z_]{2,40}|№|\+\d\d:\d\d/gi, known).filter(one => !allowed.has(one.split(' ')[0] ?? ''))
          : texts.filter(text => simplifiedIn(text).length && !known.includes(text)).flatMap(text => [...text.matchAll(/\p{Script=Han}+/gu)].map(([part]) => part).filter(part => simplifiedIn(part).length && !known.includes(part)))
      found.push(...odd.map(one => `${role} ${path}: ${one}`))
    }
    expect(errors).toEqual([])
    await context.close()
  }
  expect([...new Set(found)]).toEqual([])
}, 600_000)
