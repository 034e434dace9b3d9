import * as v from 'valibot'
import { lineOf } from '../core/fields.ts'

/** How a person wants to be told of their notices beside the app itself. */

/** In the order in which one replaces another that does not get through. */
export const ways = ['push', 'mail', 'sms'] as const
export type Way = (typeof ways)[number]

/** Minutes between two messages; what comes in between is one digest. */
export const pauses = [1, 5, 15, 60] as const

const Ways = v.pipe(v.array(v.picklist(ways)), v.maxLength(ways.length))
export const TellingFields = v.strictObject({
  /** Empty for none. */
  mail: v.union([v.literal(''), v.pipe(lineOf(120), v.email())]),
  usual: Ways,
  /** By rule, where it differs from the usual ways. */
  except: v.pipe(v.record(v.pipe(v.string(), v.regex(/^[a-z]{1,40}$/i)), Ways), v.check(all => Object.keys(all).length <= 100)),
  everyMinutes: v.picklist(pauses),
  /** In the county's quiet hours only urgent notices are told, unless this is chosen. */
  nights: v.boolean(),
  lang: v.picklist(['zh', 'en']),
})
export type TellingChoice = v.InferOutput<typeof TellingFields>

export const noChoice: TellingChoice = { mail: '', usual: [], except: {}, everyMinutes: 5, nights: false, lang: 'zh' }

/** The ways by which this rule is told. */
export const waysOf = ({ usual, except }: Pick<TellingChoice, 'usual' | 'except'>, rule: string): readonly Way[] => Object.hasOwn(except, rule) ? except[rule] ?? [] : usual

/** A browser's address for pushes, as it gives it. */
const secret = (bytes: number) => v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(bytes), v.maxLength(bytes * 2))
export const PushFields = v.strictObject({ endpoint: v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(1000)), keys: v.strictObject({ p256dh: secret(80), auth: secret(20) }) })
export type PushAddress = v.InferOutput<typeof PushFields>
