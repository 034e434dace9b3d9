import type { Router } from 'vue-router'
import { shallowRef } from 'vue'
import { isUnasked } from './ahead.ts'
import { draftTexts } from './draft-texts.ts'
import { idle } from './under-way.ts'

/**
 * A page that stays open while a new build is published asks for parts that the server no longer has. It is loaded anew
 * then, at the address it was going to and once for each build. Queue, photos and drafts are on the device; while a text
 * stands on the page that is kept nowhere, the person decides when.
 */

/** True while the person has to say when the page is loaded anew. */
export const newBuildWaits = shallowRef(false)

/** The build that this tab was loaded anew for. */
const slot = 'yixian:build'
/** Fields that something was typed into. */
const touched = new Set<HTMLInputElement | HTMLTextAreaElement>()
let goingTo = ''

/** The names of its scripts: some stay the same from one build to the next. */
const buildOf = (page: Document) => [...page.querySelectorAll('script[type=module][src]')].map(one => one.getAttribute('src')).join(' ')

export function followBuilds(router: Router): void {
  router.onError((_error, to) => goingTo = to.fullPath)
  router.afterEach((_to, _from, failure) => {
    if (!failure) goingTo = ''
  })
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'search')) touched.add(target)
  }, true)
  // A part that is only fetched ahead must not reload the page: nobody waits for it, and somebody may be typing.
  window.addEventListener('vite:preloadError', ({ payload }) => setTimeout(() => isUnasked(payload) || void partMissing()))
}

/** A part of the page did not come. Without a network, or for a build of which this page is already, nothing is done: it is fetched again when it is needed again. */
export async function partMissing(): Promise<void> {
  const build = await publishedBuild()
  if (!isNew(build)) return
  await reloadSafely(() => loadAnew(build))
}

/** Loads the page again, unless a text stands on it that is kept nowhere: then the person decides when. */
export async function reloadSafely(load: () => void | Promise<void> = () => location.reload()): Promise<void> {
  if (unkept()) newBuildWaits.value = true
  else await load()
}

/** The person has said so. */
export const loadNow = async (): Promise<void> => loadAnew(await publishedBuild())

/**
 * A new build may have come while the page is open. Once nothing is being typed and no dialog is open, the page is loaded anew at
 * its address, which says what is open. True while it has to wait for that.
 */
export async function takeOver(): Promise<boolean> {
  const build = await publishedBuild()
  if (!isNew(build)) return false
  if (busy()) return true
  await loadAnew(build)
  return false
}

/** Waits for what was just pressed: a command that is kept while its form still holds the text would be given twice. */
async function loadAnew(build: string): Promise<void> {
  sessionStorage.setItem(slot, build)
  await idle()
  if (goingTo) location.assign(goingTo)
  else location.reload()
}

/** Whether this is another build than the page's, and one that the page was not loaded anew for already. */
const isNew = (build: string): boolean => Boolean(build) && build !== buildOf(document) && build !== sessionStorage.getItem(slot)

/** Of the page as the server has it now; empty when it cannot be reached. */
async function publishedBuild(): Promise<string> {
  const answer = await fetch('/', { cache: 'no-store' }).catch(() => null)
  return answer?.ok ? buildOf(new DOMParser().parseFromString(await answer.text(), 'text/html')) : ''
}

/** The fields on the page that hold what somebody typed. */
function typed(): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
  for (const field of touched) {
    if (!field.isConnected) touched.delete(field)
  }
  return [...touched].filter(({ type, value }) => type !== 'checkbox' && type !== 'radio' && value.trim() !== '')
}

/** Whether somebody is in the middle of something that a new page would close, also where a draft holds it. */
const busy = (): boolean => typed().length > 0 || document.querySelector('dialog[open]') !== null || document.activeElement?.matches('input, textarea, select') === true

/** Whether a text stands on the page that no draft holds. */
function unkept(): boolean {
  const drafts = draftTexts()
  return typed().some(({ value }) => !drafts.some(draft => draft.includes(JSON.stringify(value).slice(1, -1))))
}
