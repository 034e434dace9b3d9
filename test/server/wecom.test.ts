import { expect, it } from 'vitest'
import { boardWith, browserOf, post } from '../support/sign-in-by.ts'
import { wecomImitation } from '../support/wecom.ts'

const metricsToken = 'a-token-of-twenty-characters'

/** A board with WeCom, and Ann, who is `zhangsan` there. */
async function world() {
  const imitation = await wecomImitation()
  const board = await boardWith({ WECOM: imitation.settings, METRICS: 'yes', METRICS_TOKEN: metricsToken })
  const [admin, ann] = [board.person({ role: 'admin' }), board.person({ role: 'coordinator' })]
  expect((await admin.fetch(`/api/people/${ann.actor.id}`, post({ logins: { wecom: 'zhangsan' } }))).status).toBe(204)
  return { ...imitation, board, ann, browser: () => browserOf(board) }
}

it('[F91] [SO7] a member of the company comes in on the account that has their userid, by a QR code or within WeCom; nobody else does', async () => {
  const { said, board, ann, address, browser } = await world()
  const one = browser()
  expect([await one.whole('wecom'), (await one.who()).id]).toEqual(['/in?came', ann.actor.id])
  const { to } = await (await browser().ask('/session/with/wecom', { method: 'POST', headers: { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/7.0 wxwork/4.1' } })).json() as { to: string }
  expect(to).toContain(`${address}/connect/oauth2/authorize?appid=ww1&redirect_uri=${encodeURIComponent(`${board.origin()}/api/session/with/wecom/back`)}`)
  expect(to).toMatch(/&scope=snsapi_base&agentid=1000002#wechat_redirect$/)
  // Another member, and somebody outside of the company.
  for (const userid of ['LiSi', null]) {
    said.userid = userid
    expect(await browser().whole('wecom')).toBe('/in?no=stranger')
  }
  expect(board.bugs).toEqual([])
})

it('[F91] [SO7] the access token is asked for once, again when WeCom no longer takes it, and no secret is in a log', async () => {
  const { said, heard, board, browser } = await world()
  const asked = () => heard.filter(path => path === '/cgi-bin/gettoken').length
  expect([await browser().whole('wecom'), await browser().whole('wecom'), asked()]).toEqual(['/in?came', '/in?came', 1])
  said.token = 't2'
  expect([await browser().whole('wecom'), asked()]).toEqual(['/in?came', 2])
  for (const [instead, trouble] of [['<p>502</p>', 'away'], [{ errcode: 60020, errmsg: 'not allow to access from your ip' }, 'nonsense'], [{ hello: 1 }, 'nonsense'], [{ errcode: 40029, errmsg: 'invalid code' }, 'used'], [{ errcode: 0, userid: 7 }, 'nonsense']] as const) {
    said.instead = instead
    expect(await browser().whole('wecom'), JSON.stringify(instead)).toBe(`/in?no=${trouble}`)
  }
  expect(board.troubles).toHaveLength(5)
  expect(await (await fetch(`${board.origin()}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text()).toContain('yixian_provider_troubles_total{provider="wecom"} 5\n')
  expect(board.troubles.join()).not.toMatch(/the-secret-of-the-app|t1|t2|ZhangSan/i)
  expect(board.bugs).toEqual([])
})

it('[F91] [SO3] [SO7] a code belongs to the browser that asked for it, by the state alone, and works once', async () => {
  const { browser } = await world()
  const [one, other] = [browser(), browser()]
  const theirs = await other.there((await other.away('wecom')).to!)
  const mine = await one.there((await one.away('wecom')).to!)
  expect([await one.back(theirs), await one.back(mine), await one.back(mine)]).toEqual(['/in?no=another', '/in?came', '/in?no=another'])
  const cancelled = browser()
  const state = new URL((await cancelled.away('wecom')).to!).searchParams.get('state')!
  expect(await cancelled.back(`/session/with/wecom/back?state=${state}`)).toBe('/in?no=cancelled')
})
