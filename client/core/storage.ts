import { computed, shallowRef } from 'vue'

/** What this device keeps for the board, and whether the browser promises to keep it. */
export interface Storage { /** Bytes. */ readonly used: number, /** Bytes that the browser allows. */ readonly most: number, readonly kept: boolean }
/** Null where the browser does not say, as on pages without https. */
export const storage = shallowRef<Storage | null>(null)

/** Bytes: with less than this left, a person is told before they write something. */
const little = 50e6
/** True while there is hardly room for another photo. */
export const nearlyFull = computed(() => storage.value !== null && storage.value.most - storage.value.used < little)
/** Asks the browser how full the storage is. */
export async function measureStorage(): Promise<void> {
  const { storage: manager } = navigator as { readonly storage?: StorageManager }
  if (!manager) return
  const [{ usage = 0, quota = 0 }, kept] = await Promise.all([manager.estimate(), manager.persisted()])
  storage.value = { used: usage, most: quota, kept }
}

/** Asks the browser not to clear what this device keeps. Some browsers ask the person, so it is asked once there is something to lose. */
export async function askToKeep(): Promise<void> {
  const { storage: manager } = navigator as { readonly storage?: StorageManager }
  if (manager && !await manager.persisted()) await manager.persist()
  await measureStorage()
}
