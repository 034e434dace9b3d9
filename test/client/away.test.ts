import type { Component } from 'vue'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp } from 'vue'
import LinkState from '../../client/base/LinkState.vue'
import { heardAt, linkState, serverAway } from '../../client/core/board.ts'
import { realNow } from '../../client/core/clock.ts'
import { speak } from '../../client/core/language.ts'
import { router } from '../../client/core/router.ts'
import { county as current } from '../../client/core/session.ts'
import { clockTime } from '../../client/core/time.ts'
import PageLine from '../../client/device/PageLine.vue'
import StaleBanner from '../../client/shell/desk/StaleBanner.vue'
import PhoneTop from '../../client/shell/phone/PhoneTop.vue'
import { county } from '../support/county.ts'

const ends: (() => void)[] = []
beforeEach(() => {
  current.value = county
  linkState.value = 'live'
  serverAway.value = true
  heardAt.value = realNow() - 6000
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  serverAway.value = false
  linkState.value = 'offline'
})

function shown(part: Component, props = {}): string {
  const at = document.body.appendChild(document.createElement('div'))
  const app = createApp(part, props).use(router)
  app.mount(at)
  ends.push(() => {
    app.unmount()
    at.remove()
  })
  return at.textContent ?? ''
}

it.each([
  ['zh', '等待保存', '不能保存', '不用做什么', '实时'],
  ['en', 'Waiting to save', 'cannot save', 'need not do anything', 'Live'],
] as const)('[PG8] while the server can store nothing, a live page says so, as of when its data is, and that there is nothing to do (%s)', async (lang, pill, cannot, nothing, live) => {
  await speak(lang)
  const at = clockTime(heardAt.value)
  expect(shown(LinkState)).toContain(pill)
  for (const head of [shown(StaleBanner), shown(PhoneTop, { title: 'Map' })]) {
    expect(head).toContain(cannot)
    expect(head).toContain(at)
    expect(head).toContain(nothing)
    expect(head).not.toContain(live)
  }
  expect(shown(PageLine)).toContain(at)
  expect(document.querySelectorAll('[data-link="live"]')).toHaveLength(0)
})

it('[PG8] a page without a connection says that instead, and one whose server stores again is live', async () => {
  await speak('zh')
  linkState.value = 'offline'
  expect(shown(LinkState)).toContain('离线')
  expect(shown(PageLine)).not.toContain('不能保存')
  linkState.value = 'live'
  serverAway.value = false
  heardAt.value = realNow()
  expect(shown(LinkState)).toContain('实时')
  expect(shown(StaleBanner)).toBe('')
})
