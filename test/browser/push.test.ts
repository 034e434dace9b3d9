import fs from 'node:fs'
import { chromium } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { pusher, pushKeys } from '../../server/telling/push.ts'
import { sender } from '../../server/telling/send.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { outside, subscriber } from '../support/push-service.ts'
import { tempFolder } from '../support/temp.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'

/** Chromium without windows of its own shows no notifications; only the whole one does. */
const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => fs.existsSync(path))
/** What the service worker's scope has, as far as it is used here. */
interface Worker {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { openWindow: (to: string) => Promise<null> }
  readonly WindowClient: { readonly prototype: { focus: (this: { readonly url: string }) => Promise<null> } }
  readonly NotificationEvent: new (type: string, init: { notification: Notification }) => Event
  readonly dispatchEvent: (event: Event) => boolean
}

it.skipIf(!whole)('[F87] [F88] [NT8] a push that the server sent is shown by the real service worker while the app is closed, says only how many notices wait, and a tap opens the notices, in the window where that incident is open or in a new one', async () => {
  const browser = await chromium.launch({ executablePath: whole!, args: ['--no-sandbox', '--disable-gpu'] })
  const board = await stage('drill', { browser })
  onTestFinished(() => board.end())
  const una = await board.come('unit', { serviceWorkers: 'allow', permissions: ['notifications'] })
  await pagesKept(una.page)
  const { origin } = new URL(una.page.url())

  // The browser's own push service cannot be reached here: a local one takes its place, up to the message that a browser decrypts.
  const service = await outside()
  const phone = subscriber(`${service.url}/push/1`)
  const push = pusher({ keys: await pushKeys(tempFolder()), subject: 'mailto:a@b.example', allowPrivate: true })
  const { by } = sender({ choices: { devices: () => [{ id: 'd', address: phone.address }], drop: () => {} } as never, push, mail: null, sms: null, phoneOf: () => '', origin })
  const send = async (count: number, urgent: boolean) => {
    await by.push(una.person.id, noChoice, { incident: 'first', drill: true, count, urgent })
    return phone.read(service.got.at(-1)!.body)
  }

  const beside = await una.context.newPage()
  await una.page.close()
  const line = await una.context.newCDPSession(beside)
  const registered = new Promise<string>(found => line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    const one = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin))
    if (one) found(one.registrationId)
  }))
  await line.send('ServiceWorker.enable')
  const registrationId = await registered
  const deliver = (data: string) => line.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
  const worker = () => una.context.serviceWorkers().find(one => one.url().startsWith(origin))!
  const shown = () => worker().evaluate(async () => (await (globalThis as unknown as Worker).registration.getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, data: data as unknown })))

  expect(una.context.pages()).toEqual([beside])
  await deliver(await send(3, true))
  await expect.poll(shown).toEqual([{ title: '【演练】一线', body: '有 3 条紧急提醒，请打开一线查看。', tag: 'yixian-first', data: { incident: 'first' } }])
  for (const secret of [una.person.id, una.person.name, ...[...board.board.authority.board.all('issue')].slice(0, 50).map(one => one.title)]) expect(JSON.stringify(await shown())).not.toContain(secret)
  // A later one takes the place of the one before it.
  await deliver(await send(4, false))
  await expect.poll(async () => (await shown()).map(one => one.body)).toEqual(['有 4 条新提醒，请打开一线查看。'])

  // A tap comes from the system, which no protocol can stand in for: its event is made in the worker, and the window that it asks for is noted.
  const tap = () => worker().evaluate(async () => {
    const scope = globalThis as unknown as Worker
    const [notification] = await scope.registration.getNotifications()
    const opening = new Promise<string>((open) => {
      scope.clients.openWindow = async (to) => {
        open(to)
        return null
      }
      scope.WindowClient.prototype.focus = async function () {
        open(`focus ${new URL(this.url).pathname}`)
        return null
      }
    })
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification: notification! }))
    return await opening
  })
  const asked = await tap()
  expect([asked, await shown()]).toEqual(['/?i=first&notices=1', []])
  await beside.goto(origin + asked)
  await beside.locator('[data-link="live"]').first().waitFor()
  const notices = beside.getByRole('heading', { name: '提醒' })
  await notices.waitFor()
  expect(new URL(beside.url()).search).toBe('?i=first')

  // That window is open now, and another that shows no board.
  await beside.goto(`${origin}/inbox`)
  const other = await una.context.newPage()
  await other.goto(`${origin}/h`)
  await pagesKept(beside)
  await expect.poll(async () => {
    await deliver(await send(1, false))
    await expect.poll(async () => (await shown()).length).toBe(1)
    return await tap()
  }).toBe('focus /inbox')
  await notices.waitFor()
  expect(await beside.evaluate(() => location.pathname + location.search)).toBe('/inbox')
  expect([...una.errors, ...board.bugs]).toEqual([])
})
