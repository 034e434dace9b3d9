import type { Ref } from 'vue'
import { effectScope, nextTick, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { noRoom } from './board.ts'
import { dropDraft, keepDraft } from './draft-seal.ts'
import { draftText } from './draft-texts.ts'
import { holdDraft, releaseDraft } from './held-drafts.ts'
import { keptAs } from './incident.ts'
import { draftPrefix } from './kept.ts'
import { me } from './session.ts'
import { picturesTaken, taking } from './taking.ts'

/**
 * A draft, kept on this device per person and incident until it is sent or thrown away, so that a closed tab loses nothing. It
 * belongs to the form that opened it and to this page: the same form in a second window has a draft and an id of its own.
 * `over` replaces values of an older draft: the place that was pressed, or refused work to be corrected.
 */
export function useDraft<T extends object>(name: string, fresh: () => T, over: Partial<T> = {}) {
  const slot = holdDraft(`${draftPrefix}${keptAs(me.value?.id ?? '')}:${name}`)
  const saved = draftText(slot)
  const draft = ref({ ...fresh(), ...saved ? JSON.parse(saved) as Partial<T> : {}, ...over }) as Ref<T>
  /** Whether the draft is saved on this device. */
  const kept = shallowRef(saved !== null)
  let done = false
  const saving = effectScope(true)
  saving.run(() => watch(draft, (value) => {
    if (done) return
    keepDraft(slot, JSON.stringify(value)).then(() => kept.value = !done, () => {
      kept.value = false
      noRoom.value = true
    })
  }, { deep: true }))
  // A photo that is still being taken when the form closes joins the draft all the same.
  onScopeDispose(() => {
    releaseDraft(slot)
    if (taking.value) void picturesTaken().then(() => saving.stop())
    else saving.stop()
  })

  /** Removes the draft after it was sent. Further typing starts a new one. */
  async function clear(): Promise<void> {
    done = true
    dropDraft(slot)
    await nextTick()
    done = false
  }

  /** Begins again with fresh values, after sending or at the person's wish. Nothing is kept until somebody types. */
  function startOver(): void {
    draft.value = { ...fresh(), ...over }
    kept.value = false
    void clear()
  }
  return { draft, kept, clear, startOver }
}
