import type { Rolldown } from 'vite'
import type { CommandName } from '../shared/commands.ts'
import type { Role } from '../shared/core/actor.ts'
import fs from 'node:fs'
import path from 'node:path'
import { commands } from '../shared/commands.ts'
import { mayOpen } from '../shared/pages.ts'

type Bundle = Rolldown.OutputBundle
interface Modules { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] } | null }

/** Parts of a phone that only these roles see. */
const onlyFor: Readonly<Record<string, readonly Role[]>> = {
  'inspections/visit/RoutePage.vue': ['inspector'],
  'issues/inbox/RecheckList.vue': ['inspector'],
  'issues/inbox/InboxList.vue': ['unit', 'officer'],
  'recovery/OwnReport.vue': ['contact'],
  'shell/phone/GridWork.vue': ['gridWorker'],
}
/** What loads the commands of the other roles, which volunteers never give. */
const staffOnly = ['core/my-commands.ts', 'deeds.ts', 'core/sentences.ts']
/** Details and forms of records that volunteers never see. */
const staffDetails = ['inspections/visit/InspectionDetail.vue', 'issues/AfterPhoto.vue', 'base/voice/VoiceField.vue', 'base/voice/VoiceSend.vue', 'base/voice/VoiceStrip.vue']
/** What finds places by pinyin: volunteers look for none. */
const searching = ['base/readings.ts']
/** Pages that a person who is signed in comes to only with a link, and with a network. */
const outside = ['/join', '/p/:place', '/h', '/e', '/wall']
/** Parts that are of no use without a network. */
const needsNetwork = ['device/WithServer.vue', 'incident/EndIncident.vue', 'base/following/FollowingBar.vue', 'base/following/lead.ts', 'device/factor/tell-due.ts', 'people/SecondStep.vue', 'base/proof/ProofDialog.vue']
/** What stands in for a worker where the browser has none: too large to keep for such browsers alone. */
const withoutWorkers = ['base/voice/encode-mp3.ts']

/**
 * The files that a device of a role keeps for work without a network: those of its screen, and of the pages and forms that the role
 * may open. Dynamic imports are followed unless the role never gets there. Names begin with `/assets/`.
 */
export function keptFiles(client: string, bundle: Bundle, modules: Modules) {
  const at = (file: string) => path.join(client, file)
  const targets = (list: string, pattern: RegExp) => new Map([...fs.readFileSync(at(list), 'utf8').matchAll(pattern)].map(([, name = '', file = '']) => [at(file), name]))
  const routes = new Map(['routes.ts', 'office-routes.ts'].flatMap(list => [...targets(list, /path: '([^']+)',.* component: \(\) => import\('\.\/([^']+)'\)/g)]))
  const forms = targets('forms.ts', /(\w+): \(\) => import\('\.\/([^']+)'\)/g)
  const chunkOf = new Map(Object.values(bundle).flatMap(one => one.type === 'chunk' ? one.moduleIds.map(id => [id, one] as const) : []))

  return (role: Role, screen: 'phone' | 'desk'): ReadonlySet<string> => {
    const actor = { id: 'x', role, approved: true, township: 'x', unit: 'x', place: 'x', grid: 'x' }
    const may = (name: CommandName) => (commands[name].roles as readonly Role[]).includes(role)
    const kept = new Set<string>()
    const seen = new Set<string>()

    function takeChunk(chunk: Rolldown.OutputChunk): void {
      if (kept.has(chunk.fileName)) return
      kept.add(chunk.fileName)
      for (const name of chunk.imports) {
        const next = bundle[name]
        if (next?.type === 'chunk') takeChunk(next)
      }
      const { importedCss, importedAssets } = (chunk as { readonly viteMetadata?: { readonly importedCss: Set<string>, readonly importedAssets: Set<string> } }).viteMetadata ?? {}
      // What reads and makes Excel files in a worker is for those who work with lists.
      for (const name of [...importedCss ?? [], ...importedAssets ?? []]) {
        if (role !== 'volunteer' || !name.includes('.worker-')) kept.add(name)
      }
    }
    function gets(importer: string, target: string): boolean {
      const [from, to] = [path.relative(client, importer), path.relative(client, target)]
      const route = routes.get(target)
      if (from.endsWith('routes.ts') && route !== undefined) return route === '/in' || (!outside.includes(route) && mayOpen(actor, route, may))
      if (from === 'forms.ts') return may(forms.get(target) as CommandName)
      if (needsNetwork.includes(to) || withoutWorkers.includes(to)) return false
      if (staffOnly.includes(from) || staffDetails.includes(to) || to === 'office-routes.ts' || searching.includes(from)) return role !== 'volunteer'
      if (to.startsWith('shell/desk/') || to.startsWith('shell/frame/')) return screen === 'desk' || to.endsWith('NotYours.vue') || to.endsWith('PageTabs.vue')
      if (to === 'shell/phone/Phone.vue') return screen === 'phone'
      return onlyFor[to]?.includes(role) ?? true
    }
    function follow(id: string): void {
      if (seen.has(id)) return
      seen.add(id)
      const chunk = chunkOf.get(id)
      if (chunk) takeChunk(chunk)
      const info = modules.getModuleInfo(id)
      info?.importedIds.forEach(follow)
      info?.dynamicallyImportedIds.filter(target => gets(id, target)).forEach(follow)
    }
    follow(at('main.ts'))
    return kept
  }
}
