import type { LayerName } from '../map/map.ts'
import { shallowRef, watch } from 'vue'

/** The figures that townships can be coloured by. */
export const measures = ['open', 'overdue', 'shortages', 'gaps', 'unseen'] as const
export type Measure = (typeof measures)[number]

type Visible = Readonly<Record<string, boolean>>
const saved = JSON.parse(localStorage.getItem('yixian:layers') ?? '{}') as { visible?: Visible, measure?: Measure }

/** The layers that this device shows, and the figure that colours the townships. Remembered. */
export const shownLayers = shallowRef<Visible>({ issues: true, places: true, due: true, unseen: false, shifts: true, duty: true, teams: true, shortages: true, radar: true, zones: true, cells: true, water: true, labels: true, ...saved.visible } satisfies Record<LayerName, boolean>)
export const measure = shallowRef<Measure>(saved.measure ?? 'open')

export const show = (name: string, on: boolean) => shownLayers.value = { ...shownLayers.value, [name]: on }

/** True while the layers are those of another person's map, which this one follows. They are not remembered. */
export const borrowed = shallowRef(false)

watch([shownLayers, measure], () => borrowed.value || localStorage.setItem('yixian:layers', JSON.stringify({ visible: shownLayers.value, measure: measure.value })))
