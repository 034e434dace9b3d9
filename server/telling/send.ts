import type { TellingChoice, Way } from '../../shared/notices/ways.ts'
import type { Mail } from '../mail/mailer.ts'
import type { Choices } from './choices.ts'
import type { Push } from './push.ts'
import type { Sms } from './sms.ts'
import { uuidv7 } from 'uuidv7'
import { ways } from '../../shared/notices/ways.ts'
import { Refused } from '../mail/mailer.ts'

/** What a person is told outside of the app: how many notices, never what is in them, since a locked screen, a mail server and a provider read it. */
export interface Telling { readonly incident: string, readonly drill: boolean, readonly count: number, readonly urgent: boolean }
/** A message that its person asked for, to see whether it comes. */
export interface Test { readonly incident: string, readonly test: true }

interface Options {
  readonly choices: Pick<Choices, 'devices' | 'drop' | 'mailOf'>
  readonly push: Push
  readonly mail: Mail | null
  readonly sms: Sms | null
  readonly phoneOf: (person: string) => string
  /** The board's address for browsers. */
  readonly origin: string
}

const words = {
  zh: { title: '一线', drill: '【演练】', test: '这是一条测试消息。', confirm: '请确认邮箱', confirmText: (link: string) => `有人在一线里填写了这个邮箱，用来接收提醒。\n如果是您，请在登录了一线的设备上打开下面的链接确认。链接 24 小时内有效，只能用一次：\n${link}\n如果不是您，不用理会，提醒不会发到这里。\n`, body: (n: number, urgent: boolean) => `有 ${n} 条${urgent ? '紧急' : '新'}提醒，请打开一线查看。` },
  en: { title: 'Yixian', drill: '[Drill] ', test: 'This is a test message.', confirm: 'Please confirm your address', confirmText: (link: string) => `Somebody gave this address to Yixian, to be told of notices.\nIf it was you, open this link on a device where you are signed in. It works once, within 24 hours:\n${link}\nIf it was not you, do nothing: no notices will come here.\n`, body: (n: number, urgent: boolean) => `${n} ${urgent ? 'urgent' : 'new'} notice${n === 1 ? '' : 's'}. Open Yixian to read ${n === 1 ? 'it' : 'them'}.` },
} as const

/** Sends to one person by one way. False if they cannot be reached by it; throws if it may be tried again. */
export function sender({ choices, push, mail, sms, phoneOf, origin }: Options) {
  const told = (what: Telling | Test, lang: TellingChoice['lang']) => 'test' in what
    ? { title: words[lang].title, body: words[lang].test }
    : { title: (what.drill ? words[lang].drill : '') + words[lang].title, body: words[lang].body(what.count, what.urgent) }

  const by: Record<Way, (person: string, choice: TellingChoice, what: Telling | Test) => Promise<boolean>> = {
    async push(person, { lang }, what) {
      const devices = choices.devices(person)
      const message = { ...told(what, lang), incident: what.incident, urgent: 'urgent' in what && what.urgent }
      const answers = await Promise.allSettled(devices.map(({ address }) => push(address, message)))
      choices.drop(devices.filter((_, i) => answers[i]?.status === 'fulfilled' && !answers[i].value).map(({ id }) => id))
      if (answers.some(one => one.status === 'fulfilled' && one.value)) return true
      const failed = answers.find(one => one.status === 'rejected')
      if (failed) throw failed.reason
      return false
    },
    async mail(person, { mail: to, lang }, what) {
      // An address that nobody has confirmed may be a stranger's.
      if (!mail || !to || choices.mailOf(person) !== to) return false
      const { title, body } = told(what, lang)
      try {
        await mail({ to, subject: `${title} · ${body}`, text: `${body}\n${origin}/?i=${what.incident}\n`, id: uuidv7(), files: [] })
        return true
      } catch (error) {
        if (error instanceof Refused) return false
        throw error
      }
    },
    async sms(person, { lang }, what) {
      const phone = phoneOf(person)
      if (!sms || !phone) return false
      const { title, body } = told(what, lang)
      await sms(phone, `${title} ${body}`)
      return true
    },
  }
  return {
    by,
    /** Sends the link that confirms an address. The letter names nobody. */
    async link(to: string, secret: string, lang: TellingChoice['lang']): Promise<void> {
      const { title, confirm, confirmText } = words[lang]
      await mail?.({ to, subject: `${title} · ${confirm}`, text: confirmText(`${origin}/device#mail=${secret}`), id: uuidv7(), files: [] })
    },
    /** What this server can send at all. */
    has: ways.filter(way => way === 'push' || (way === 'mail' ? mail : sms) !== null),
  }
}

export type Sender = ReturnType<typeof sender>
