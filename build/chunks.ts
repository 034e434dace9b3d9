interface Module { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] }
interface Modules { readonly getModuleInfo: (id: string) => Module | null }

/**
 * The scripts by who needs them at the start, so that a first visit asks for a few files and not for fifty. `first` is what
 * both screens need; `phone` and `desk` hold what one of them needs and nothing else does; `map` and `lists` are on the desk
 * from the start and on a phone when they are opened; the desk has `shared` in common with what opens over a screen (`panel`)
 * and `pages` with pages. Each page and each form stays by itself. A part takes along what it imports unless a part before it
 * has that, so the order is: what is needed by more, first.
 */
const parts = ['first', 'shared', 'map', 'lists', 'pages', 'phone', 'desk', 'panel'] as const
type Part = typeof parts[number]

export function chunks(client: string) {
  let partOf: ((id: string) => Part | null) | undefined
  const nameIn = (part: Part) => (id: string, modules: Modules) => {
    partOf ??= divide(client, modules)
    return partOf(id) === part ? part : null
  }
  return parts.map((part, i) => ({ name: nameIn(part), priority: parts.length - i }))
}

function divide(client: string, modules: Modules): (id: string) => Part | null {
  /** All that a file imports, by way of others too, but not what it only fetches when that is needed. */
  const reach = (file: string) => {
    const seen = new Set<string>()
    const follow = (id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      modules.getModuleInfo(id)?.importedIds.forEach(follow)
    }
    follow(file)
    return seen
  }
  /** What begins a fetch of its own, each with all that comes along. */
  const entries = new Map<string, ReadonlySet<string>>()
  const enter = (entry: string): void => {
    if (entries.has(entry)) return
    const all = reach(entry)
    entries.set(entry, all)
    for (const id of all) modules.getModuleInfo(id)?.dynamicallyImportedIds.forEach(enter)
  }
  enter(`${client}/main.ts`)
  const needs = (file: string) => entries.get(`${client}/${file}`) ?? reach(`${client}/${file}`)
  const [start, board, phone, desk] = [needs('main.ts'), needs('shell/Board.vue'), needs('shell/phone/Phone.vue'), needs('shell/desk/Desk.vue')]
  const [map, lists] = [needs('shell/phone/PhoneMap.vue'), needs('shell/phone/PhoneLists.vue')]
  const panels = ['base/panel/DetailPanel.vue', 'base/forms/FormHost.vue', 'base/trouble/TroubleHost.vue'].map(needs)
  const users = (id: string) => [...entries.values()].filter(one => one.has(id)).length

  return (id) => {
    if (start.has(id) || board.has(id) || (phone.has(id) && desk.has(id))) return 'first'
    if (phone.has(id)) return 'phone'
    const opens = panels.some(one => one.has(id))
    if (!desk.has(id)) return opens ? 'panel' : null
    return opens ? 'shared' : map.has(id) ? 'map' : lists.has(id) ? 'lists' : users(id) > 1 ? 'pages' : 'desk'
  }
}
