import path from 'node:path'

interface Module { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] }
interface Modules { readonly getModuleInfo: (id: string) => Module | null }

/**
 * Groups the scripts by the screen that needs them at the start, so that a first visit fetches a few files and not fifty.
 * `first`: both screens need it. `vault`: what a device keeps. `rules`: the commands of every role but the volunteers', their words, the sentences of their refusals and the list of their pages. `phone`, `desk`: only that screen needs it. `map`, `lists`: the desk needs them at the start,
 * a phone when they are opened. `shared`: the desk and the panels over a screen (`panel`) need it. `pages`: the desk and pages
 * need it. `next`: the card of a volunteer's next shift needs it; `datum`: the map does too. Each page and each form is a file of its own. A part includes its imports unless an earlier part has them, so the
 * parts that most screens need come first.
 */
const parts = ['first', 'vault', 'rules', 'shared', 'datum', 'map', 'lists', 'pages', 'phone', 'next', 'desk', 'panel'] as const
/** The parts that a volunteer's first visit needs: their words come in one file. */
export const firstWords: readonly Part[] = ['first', 'phone', 'next', 'datum']
/** The other parts that a screen needs at its start. */
export const screenWords: readonly Part[] = ['rules', 'shared', 'map', 'lists', 'pages', 'desk']
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
  /** Every file that a file imports, also through others. Dynamic imports do not count: they are fetched when needed. */
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
  /** The files that are fetched by themselves, each with everything it imports. */
  const entries = new Map<string, ReadonlySet<string>>()
  const enter = (entry: string): void => {
    if (entries.has(entry)) return
    const all = reach(entry)
    entries.set(entry, all)
    for (const id of all) modules.getModuleInfo(id)?.dynamicallyImportedIds.forEach(enter)
  }
  enter(`${client}/main.ts`)
  const needs = (file: string) => entries.get(path.join(client, file)) ?? reach(path.join(client, file))
  const [start, board, phone] = [needs('main.ts'), needs('shell/Board.vue'), needs('shell/phone/Phone.vue')]
  const desk = new Set(['shell/desk/Desk.vue', 'shell/frame/DeskFrame.vue', 'shell/frame/PageTabs.vue'].flatMap(file => [...needs(file)]))
  const [map, lists] = [needs('shell/phone/PhoneMap.vue'), needs('shell/phone/PhoneLists.vue')]
  /** The first screen of a volunteer with a shift fetches it, without the map and the panels. */
  const next = needs('duty/next/NextShift.vue')
  const panels = ['base/panel/DetailPanel.vue', 'base/forms/FormHost.vue', 'base/trouble/TroubleHost.vue'].map(needs)
  const rules = new Set(['../shared/core/decide.ts', 'staff-deeds.ts', 'core/codes.ts', 'office-routes.ts'].flatMap(file => [...needs(file)]))
  /** With what reads its database, which pages before the sign-in need too, and what opens drafts by its key: every board waits for both. */
  const vault = new Set(['sync/vault.ts', 'core/draft-seal.ts'].flatMap(file => [...needs(file)]))
  const users = (id: string) => [...entries.values()].filter(one => one.has(id)).length

  return (id) => {
    const volunteers = phone.has(id) || next.has(id)
    if (start.has(id) || board.has(id) || (phone.has(id) && desk.has(id)) || (volunteers && rules.has(id))) return 'first'
    if (vault.has(id)) return 'vault'
    if (rules.has(id)) return 'rules'
    if (phone.has(id)) return 'phone'
    if (next.has(id)) return map.has(id) ? 'datum' : 'next'
    const opens = panels.some(one => one.has(id))
    if (!desk.has(id)) return opens ? 'panel' : null
    return opens ? 'shared' : map.has(id) ? 'map' : lists.has(id) ? 'lists' : users(id) > 1 ? 'pages' : 'desk'
  }
}
