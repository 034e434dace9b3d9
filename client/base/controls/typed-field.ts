import type { Ref, ShallowRef } from 'vue'
import { computed, shallowRef, watch, watchEffect } from 'vue'

/** How a value is typed and shown. `read` gives undefined for a text that it cannot read. */
interface Way<T> { readonly read: (text: string) => T | undefined, readonly shown: (value: T) => string, /** The value of an empty field. */ readonly empty: T, readonly late?: boolean }

/**
 * A text field over a value that can be typed in many ways. A text stays as it was typed until the field is left, and longer if it cannot
 * be read: the value is empty then. `late`: the value changes when the field is left, since the beginning of a text reads as something else.
 */
export function useTyped<T>(value: Ref<T>, { read, shown, empty, late = false }: Way<T>) {
  const typed = shallowRef<string | null>(null)
  const reads = (text: string) => (text.trim() ? read(text) : undefined) ?? empty
  const unreadable = computed(() => Boolean(typed.value?.trim()) && read(typed.value ?? '') === undefined)
  const left = shallowRef(false)
  // The value was set from elsewhere, for example in the calendar.
  watch(value, (now) => {
    if (typed.value !== null && reads(typed.value) !== now) typed.value = null
  })

  return {
    text: computed(() => typed.value ?? shown(value.value)),
    unreadable,
    /** True once the field was left with a text that cannot be read. */
    wrong: computed(() => left.value && unreadable.value),
    type(text: string): void {
      typed.value = text
      left.value = false
      if (!late) value.value = reads(text)
    },
    leave(): void {
      left.value = true
      if (typed.value === null) return
      value.value = reads(typed.value)
      if (!unreadable.value) typed.value = null
    },
  }
}

/** Says what is wrong with a field in the language of the page, where the browser would use its own; '' if nothing is. A form with such a field is not sent. */
export function useValidity(field: Readonly<ShallowRef<HTMLInputElement | null>>, sentence: () => string): void {
  watchEffect(() => field.value?.setCustomValidity(sentence()), { flush: 'post' })
}
