import { shallowRef } from 'vue'

const kind = 'application/x-stop'

/** Dragging stops between teams. A keyboard gives a stop by the team's digit or by the list beside it. `over` is true while a stop is held over this team. */
export function useDragging(take: (stop: string) => unknown) {
  const over = shallowRef(false)
  return {
    over,
    drag: (event: DragEvent, stop: string) => event.dataTransfer?.setData(kind, stop),
    dragOver(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes(kind)) return
      event.preventDefault()
      over.value = true
    },
    drop(event: DragEvent): void {
      over.value = false
      const stop = event.dataTransfer?.getData(kind)
      if (!stop) return
      event.preventDefault()
      void take(stop)
    },
  }
}
