import { shallowRef } from 'vue'

export const formNames = ['reportIssue', 'addPlace', 'openShift', 'postShortage', 'drawZone', 'announce', 'giveSlip'] as const
export type FormName = (typeof formNames)[number]

/** What a form begins with: a place, or a position (WGS-84); or the arguments of refused work that is to be mended. */
export interface Preset {
  readonly lng?: number
  readonly lat?: number
  readonly township?: string | null
  readonly place?: string
  /** For a shortage: what, how much, until when (epoch ms), and the finding that showed it. */
  readonly supply?: string
  readonly item?: string
  readonly quantity?: number
  readonly runsOutAt?: number
  readonly issue?: string
  /** For an issue: the inspection it was found in, by its `item`; its places, when one issue stands for many. */
  readonly inspection?: string
  readonly places?: readonly string[]
  readonly again?: { readonly command: string, readonly args: Readonly<Record<string, unknown>> }
}

export const form = shallowRef<{ readonly name: FormName, readonly preset: Preset } | null>(null)
export const openForm = (name: FormName, preset: Preset = {}) => form.value = { name, preset }
export const closeForm = () => form.value = null
