import type { IssueState, ZoneLevel } from '../../shared/records.ts'
import type { Tone } from './scene.ts'

/** The colours of the current theme, read from the tokens that style the pages. */
export interface Palette {
  readonly state: Readonly<Record<IssueState, string>>
  readonly level: Readonly<Record<ZoneLevel, string>>
  readonly cells: readonly string[]
  readonly ink: string
  readonly onInk: string
  readonly panel: string
  readonly ground: string
  readonly text: string
  readonly quiet: string
  readonly faint: string
  readonly hair: string
  readonly edge: string
  readonly water: string
  readonly coast: string
  readonly overdue: string
  readonly changed: string
}

/** The colour of a place that comes back: in operation, waiting for a step, halted, without its reports. */
export const toneColour = ({ state }: Palette, tone: Tone): string => ({ running: state.closed, waiting: state.awaiting, halted: state.deferred, missing: state.rectifying })[tone]

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    state: {
      found: token('found'),
      told: token('told'),
      rectifying: token('rectifying'),
      awaiting: token('awaiting'),
      closed: token('closed'),
      relapsed: token('relapsed'),
      deferred: token('deferred'),
    },
    level: { lockdown: token('lockdown'), control: token('control-zone'), precaution: token('precaution') },
    cells: [0, 1, 2, 3, 4].map(step => token(`cell-${step}`)),
    ink: token('ink'),
    onInk: token('on-ink'),
    panel: token('panel'),
    ground: token('ground'),
    text: token('text'),
    quiet: token('text-2'),
    faint: token('text-3'),
    hair: token('hair'),
    edge: token('edge'),
    water: token('water'),
    coast: token('coast'),
    overdue: token('overdue'),
    changed: token('pulse'),
  }
}
