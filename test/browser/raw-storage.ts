import type { Page } from 'playwright-core'

/** Everything that this page's origin keeps, as text: storage, and every store of every database with its keys and the bytes of its buffers and photos. */
export const rawStorage = (page: Page): Promise<string> => page.evaluate(async () => {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
  const latin = new TextDecoder('latin1')
  async function tell(value: unknown): Promise<void> {
    if (value instanceof Blob) {
      texts.push(latin.decode(await value.arrayBuffer()), await value.text())
    } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      texts.push(latin.decode(value), new TextDecoder().decode(value), new TextDecoder('utf-16').decode(value))
    } else if (value instanceof CryptoKey) {
      texts.push(`key ${value.extractable} ${await crypto.subtle.exportKey('raw', value).then(() => 'given', error => (error as Error).name)}`)
    } else if (value && typeof value === 'object') {
      for (const [field, inner] of Object.entries(value)) {
        texts.push(field)
        await tell(inner)
      }
    } else {
      texts.push(String(value))
    }
  }
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise<IDBDatabase>(done => void (indexedDB.open(name!).onsuccess = event => done((event.target as IDBOpenDBRequest).result)))
    for (const store of base.objectStoreNames) {
      texts.push(`store ${name} ${store}`)
      await tell(await new Promise(done => void (base.transaction(store).objectStore(store).getAll().onsuccess = event => done((event.target as IDBRequest).result))))
    }
    base.close()
  }
  return texts.join('\n')
})
