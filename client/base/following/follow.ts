import type { ShownMap, ShownNews } from '../../../shared/core/following.ts'
import { watch } from 'vue'
import { isKind } from '../../../shared/kinds.ts'
import { view } from '../../core/board.ts'
import { borrowed, measure, measures, shownLayers } from '../../core/layers.ts'
import { boardSocket } from '../../core/open-board.ts'
import { phoneScreen } from '../../core/phone-screen.ts'
import { inUrl, selected } from '../../core/selection.ts'
import { led, mapHere } from '../../core/shown-map.ts'
import { toast } from '../../core/toasts.ts'
import { form } from '../forms/forms.ts'
import { openThere } from './following.ts'
import { ledMap } from './led-map.ts'
import { toMap } from './to-map.ts'
import { followingWords as words } from './words.ts'

const answersWithin = 10_000
const open = inUrl('sel')
let end = (_told = false) => {}

/** Puts on the layers of the leader, and returns how to put on one's own again. */
function borrowLayers() {
  const own = { layers: shownLayers.value, measure: measure.value }
  borrowed.value = true
  return {
    put({ layers, measure: by }: Pick<ShownNews, 'layers' | 'measure'>): void {
      if (layers) shownLayers.value = { ...Object.fromEntries(Object.keys(own.layers).map(name => [name, false])), ...Object.fromEntries(layers.map(name => [name, true])) }
      measure.value = measures.find(one => one === by) ?? measure.value
    },
    giveBack(): void {
      shownLayers.value = own.layers
      measure.value = own.measure
      borrowed.value = false
    },
  }
}

/** Opens beside the map what the leader has open. A phone's panel would cover the map: there the bar offers it. */
function show(key: string | null): void {
  const before = openThere.value
  const [kind = '', id = ''] = key?.split('/') ?? []
  openThere.value = key && (kind === 'township' || (isKind(kind) && view.get(kind, id))) ? key : null
  if (matchMedia(phoneScreen).matches) mapHere.value?.board.select(openThere.value, true)
  else if (!form.value && (openThere.value || selected.value === before)) open.value = openThere.value ?? ''
}

/** Follows the leader's map until the person moves it, opens another page, or the leader ends it. A lost line is taken up again. */
export async function startFollowing(name: () => string): Promise<void> {
  const here = await toMap()
  const socket = boardSocket()
  const ask = async (on: boolean) => await socket.timeout(answersWithin).emitWithAck('follow', on).catch(() => null)
  const answer = await ask(true)
  if (!answer?.ok || !answer.shown || led.value) return led.value ? undefined : toast(words.value.notFollowing)
  let shown: ShownMap = answer.shown
  led.value = true
  const map = ledMap(here, name, () => end())
  const layers = borrowLayers()

  function take(news: ShownNews): void {
    shown = { ...shown, ...news }
    layers.put(news)
    if (news.at || news.size) map.go(shown)
    if (news.cursor !== undefined) map.point(news.cursor)
    if (news.open !== undefined) show(news.open)
  }
  const heard = (news: ShownNews | null) => news ? take(news) : end(true)
  const again = async () => {
    const now = await ask(true)
    if (!led.value) return
    if (now?.ok && now.shown) take(now.shown)
    else end(true)
  }
  const lost = () => {
    map.point(null)
    toast(words.value.cutFollowing)
  }
  const watching = watch(mapHere, now => now === here || end())
  socket.on('shown', heard).on('connect', again).on('disconnect', lost)
  end = (told = false) => {
    if (!led.value) return
    led.value = false
    openThere.value = null
    socket.off('shown', heard).off('connect', again).off('disconnect', lost)
    watching.stop()
    map.end()
    layers.giveBack()
    if (told) toast(words.value.over)
    else if (socket.connected) void ask(false)
  }
  take(shown)
}

export const stopFollowing = (): void => end()
