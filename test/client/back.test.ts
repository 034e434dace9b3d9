import fs from 'node:fs'
import { expect, it } from 'vitest'
import { asLeft, router } from '../../client/core/router.ts'
import { usePeople } from '../../client/people/people.ts'
import { useRegister } from '../../client/people/register.ts'
import { sources } from '../support/sources.ts'

it('[SC16] a way back leads to the page as it was left, with its filters', async () => {
  router.addRoute({ path: '/', component: {} })
  router.addRoute({ path: '/posts', component: {} })
  expect(asLeft('/posts')).toBe('/posts')
  await router.push('/?state=all&town=north')
  await router.push('/posts?only=gap')
  expect(asLeft('/')).toBe('/?state=all&town=north')
  await router.push('/?sel=issue/i1')
  expect([asLeft('/'), asLeft('/posts')]).toEqual(['/?sel=issue/i1', '/posts?only=gap'])
})

it('[SC16] every way back is the one that keeps the filters', () => {
  // The day before is no way back.
  const backs = sources('client').filter(file => file.endsWith('.vue')).flatMap(file => (fs.readFileSync(file, 'utf8').match(/<RouterLink(?:(?!<\/RouterLink>)[\s\S])*?<Icon name="back"/g) ?? []).map(link => [file, /asLeft\(|words\.previous/.test(link)]))
  expect(backs).toEqual([['client/base/BackLink.vue', true], ['client/bulletins/BulletinHead.vue', true], ['client/shell/frame/PageTabs.vue', true]])
})

it('[SC16] what is searched for among people is kept while other pages are looked at, and is in no address', async () => {
  router.addRoute({ path: '/volunteers', component: {} })
  await router.push('/volunteers')
  const [volunteers, people] = [useRegister(), usePeople()]
  volunteers.query.value = '王一'
  people.query.value = '李二'
  volunteers.stopped.value = true
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/volunteers?only=stopped')
  await router.push('/posts')
  await router.push(asLeft('/volunteers'))
  const again = useRegister()
  expect([again.query.value, again.stopped.value, usePeople().query.value]).toEqual(['王一', true, '李二'])
})
