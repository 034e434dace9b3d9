import * as v from 'valibot'
import { lineOf } from '../core/fields.ts'
import { Id } from '../records.ts'

/** What a wall screen (大屏) shows, in the order that a new screen begins with. */
export const wallViews = ['map', 'numbers', 'dues', 'shifts', 'shortages', 'feed'] as const
export type WallView = (typeof wallViews)[number]

/** How long a view stays, in seconds. */
export const viewSeconds = { least: 5, most: 600, usual: 20 } as const

/** A view and how long it stays. */
export interface Turn { readonly view: WallView, readonly seconds: number }
export const usualTurns: readonly Turn[] = wallViews.map(view => ({ view, seconds: viewSeconds.usual }))

const TurnShown = v.strictObject({ view: v.picklist(wallViews), seconds: v.pipe(v.number(), v.integer(), v.minValue(viewSeconds.least), v.maxValue(viewSeconds.most)) })
const once = (turns: Turn[]) => new Set(turns.map(({ view }) => view)).size === turns.length

/** What headquarters chooses for a screen: its name, its incident, and its views in their order, each at most once. */
export const screenFields = { name: v.pipe(lineOf(40), v.minLength(1)), incident: Id, turns: v.pipe(v.array(TurnShown), v.minLength(1), v.maxLength(wallViews.length), v.check(once, 'views')) }

/** The code that a screen shows: eight digits. Spaces that somebody types are left out. */
export const PairingCode = v.pipe(v.string(), v.maxLength(20), v.transform(text => text.replace(/\s/g, '')), v.regex(/^\d{8}$/))

/** A paired screen as its own page sees it. */
export interface ScreenSettings { readonly name: string, readonly incident: string, readonly turns: readonly Turn[] }
/** A paired screen as headquarters sees it. `seenAt`: when it last asked (epoch ms), null if never; `device`: its size in pixels. */
export interface PairedScreen extends ScreenSettings { readonly id: string, readonly pairedAt: number, readonly seenAt: number | null, readonly device: string }
/** A code that waits for headquarters. The secret proves that a later request comes from the same screen. `until` is epoch ms. */
export interface Pairing { readonly code: string, readonly secret: string, readonly until: number }
