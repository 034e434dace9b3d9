import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** An imitation of the two answers of WeCom that a sign-in needs, as its public documents describe them, and of its page for signing in. Whoever comes is `userid`. */
export async function wecomImitation() {
  const said = { userid: 'ZhangSan' as string | null, token: 't1', /** Answers each question so instead. */ instead: null as object | string | null }
  const codes = new Set<string>()
  const heard: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://imitation')
    const of = (name: string) => url.searchParams.get(name) ?? ''
    const json = (body: object) => void response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body))
    heard.push(url.pathname)
    if (url.pathname === '/wwlogin/sso/login' || url.pathname === '/connect/oauth2/authorize') {
      const code = randomUUID()
      codes.add(code)
      return void response.writeHead(302, { location: `${of('redirect_uri')}?${new URLSearchParams({ code, state: of('state'), appid: of('appid') })}` }).end()
    }
    if (typeof said.instead === 'string') return void response.writeHead(502, { 'content-type': 'text/html' }).end(said.instead)
    if (said.instead) return json(said.instead)
    if (url.pathname === '/cgi-bin/gettoken') return json(of('corpid') === 'ww1' && of('corpsecret') === 'the-secret-of-the-app' ? { errcode: 0, errmsg: 'ok', access_token: said.token, expires_in: 7200 } : { errcode: 40001, errmsg: 'invalid credential' })
    if (of('access_token') !== said.token) return json({ errcode: 40014, errmsg: 'invalid access_token' })
    if (!codes.delete(of('code'))) return json({ errcode: 40029, errmsg: 'invalid code' })
    json({ errcode: 0, errmsg: 'ok', ...said.userid === null ? { openid: 'o1', external_userid: 'e1' } : { userid: said.userid } })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return { said, heard, address, settings: JSON.stringify({ corp: 'ww1', agent: '1000002', secret: 'the-secret-of-the-app', seconds: 5, api: address, open: address, login: address }) }
}
