import { shallowRef } from 'vue'

export const formNames = ['reportIssue', 'addPlace', 'openShift', 'postShortage', 'drawZone', 'announce', 'giveSlip', 'receiveGoods', 'issueGoods', 'sendGoods', 'takeStock'] as const
export type FormName = (typeof formNames)[number]

/** The values a form starts with: a place, a position (WGS-84), or the arguments of refused work to be corrected. */
export interface Preset {
  readonly lng?: number
  readonly lat?: number
  readonly township?: string | null
  readonly place?: string
  /** What the issue or the shift is about. */
  readonly title?: string
  /** For goods sent: where they go. */
  readonly to?: string
  /** For a shortage: the supply, the quantity, when it runs out (epoch ms), and the issue that found it. */
  readonly supply?: string
  readonly item?: string
  readonly quantity?: number
  readonly runsOutAt?: number
  readonly issue?: string
  /** For a zone: the exposure place it is drawn for. */
  readonly exposure?: string
  /** For an issue: the inspection that found it, the `item` that failed, and its places when one issue covers many. */
  readonly inspection?: string
  readonly places?: readonly string[]
  readonly again?: { readonly command: string, readonly args: Readonly<Record<string, unknown>> }
}

export const form = shallowRef<{ readonly name: FormName, readonly preset: Preset } | null>(null)
export const openForm = (name: FormName, preset: Preset = {}) => form.value = { name, preset }
export const closeForm = () => form.value = null
