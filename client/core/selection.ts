import { computed } from 'vue'
import { router } from './router.ts'

/** The selection and every filter are in the URL, so that a link shows what its sender saw, and back works. */

const query = () => router.currentRoute.value.query

const keyForm = /^[a-z]+\/[\w~-]{1,64}$/
/** More records at one point than anybody reads through. They are in the URL, which must stay short. */
const most = 200

/** `kind/id`, or `township/code`, or null. */
export const selected = computed<string | null>(() => {
  const key = query().sel
  return typeof key === 'string' && keyForm.test(key) ? key : null
})

/** The records that share one mark of the map, which are open as a list: `kind/id` each. */
export const gathered = computed<readonly string[]>(() => {
  const keys = query().these
  return typeof keys === 'string' ? [...new Set(keys.split(','))].filter(key => keyForm.test(key)).slice(0, most) : []
})

/** The page that shows a record: a slip and a letter have their own, any other opens as a panel. */
export function pageOf(key: string): string {
  const [kind, id] = key.split('/')
  if (kind === 'workPlan') return `/recovery?view=plans&plan=${id}`
  if (kind === 'slip') return `/slip/${id}`
  return kind === 'letter' ? `/letters?letter=${id}` : `/?sel=${key}`
}

/**
 * Selects a record, from whatever the person pressed: marker, row, number, search hit or link. The open list of records
 * that share a mark stays while one of them is selected, and returns when that one is closed.
 * Resolves once the address has changed: until then `selected` is the former one.
 */
export async function select(key: string | null): Promise<void> {
  if (key && !pageOf(key).startsWith('/?')) return void await router.push(pageOf(key))
  const keeps = gathered.value.includes(key ?? selected.value ?? '')
  // Also to where one is already: that ends a change that is still under way.
  await router.push({ query: { ...query(), sel: key ?? undefined, these: keeps ? query().these : undefined } })
}

/** Opens exactly these records as a list. */
export function selectAmong(keys: readonly string[]): void {
  void router.push({ query: { ...query(), sel: undefined, these: keys.slice(0, most).join(',') } })
}

/** A value in the URL, or `fallback` if it is absent. Setting it to the fallback removes it from the URL. */
export function inUrl(name: string, fallback = '') {
  return computed<string>({
    get: () => {
      const value = query()[name]
      return typeof value === 'string' ? value : fallback
    },
    set: value => void router.replace({ query: { ...query(), [name]: value === fallback ? undefined : value } }),
  })
}
