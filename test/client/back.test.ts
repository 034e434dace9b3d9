import { expect, it } from 'vitest'
import { asLeft, router } from '../../client/core/router.ts'

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
