import type { RunningBoard } from './running-board.ts'
import { expect } from 'vitest'
import { freePort } from './free-port.ts'
import { oidcProvider } from './oidc-provider.ts'
import { runningBoard } from './running-board.ts'

/** The cookies that a browser keeps. */
type Jar = Map<string, string>
const take = (jar: Jar, answer: Response) => answer.headers.getSetCookie().forEach((line) => {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
})

/** A browser without a page: cookies, and what a person does who signs in by a provider. */
export function browserOf(board: Pick<RunningBoard, 'origin'>, start: Iterable<readonly [string, string]> = []) {
  const jar: Jar = new Map(start)
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, more: RequestInit = {}) => {
    const answer = await fetch(path.startsWith('http') ? path : `${board.origin()}/api${path}`, { redirect: 'manual', ...more, headers: { cookie: cookie(), origin: board.origin(), ...more.headers } })
    take(jar, answer)
    return answer
  }
  const away = async (provider = 'oidc') => await (await ask(`/session/with/${provider}`, { method: 'POST' })).json() as { to?: string, code?: string, detail?: string }
  /** The address to which the provider sends this browser back. */
  const there = async (to: string) => (await fetch(to, { redirect: 'manual' })).headers.get('location') ?? ''
  const back = async (address: string) => (await ask(address)).headers.get('location')
  return {
    jar,
    ask,
    away,
    there,
    back,
    /** All of it: where the browser ends. */
    whole: async (provider = 'oidc') => {
      const { to, detail } = await away(provider)
      return to ? back(await there(to)) : detail
    },
    who: async () => await (await ask('/session')).json() as { id?: string, code?: string, detail?: string },
  }
}

/** A running board that knows its own address, which providers send people back to. */
export async function boardWith(settings: Record<string, string>, more: Parameters<typeof runningBoard>[0] = {}) {
  const port = String(await freePort())
  return runningBoard({ port, ...more, settings: { PUBLIC_URL: `http://127.0.0.1:${port}`, ...settings } })
}

export const post = (value: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

/** A board with a provider, an administrator, and Ann, whom the provider knows as `name`. */
export async function world({ name = 'p-1', ...settings }: { name?: string, claim?: string, factor?: string[] } = {}) {
  const clock = { ahead: 0 }
  const provider = await oidcProvider()
  const board = await boardWith({ OIDC: provider.settings(settings) }, { now: () => Date.now() + clock.ahead })
  const admin = board.person({ role: 'admin' })
  const ann = board.person({ role: 'coordinator' })
  const login = (person: string, oidc: string) => admin.fetch(`/api/people/${person}`, post({ logins: { oidc } }))
  expect((await login(ann.actor.id, name)).status).toBe(204)
  return { clock, provider, board, admin, ann, login, browser: (start?: Iterable<readonly [string, string]>) => browserOf(board, start) }
}
