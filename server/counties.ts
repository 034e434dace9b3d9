import type { CountyFolder } from '../shared/county/county-folder.ts'

const folders = import.meta.glob<{ folder: CountyFolder }>('../shared/county/*/index.ts')
/** Loads the county folder with this name, and no other. */
export async function loadCounty(name: string): Promise<CountyFolder> {
  const load = folders[`../shared/county/${name}/index.ts`]
  if (!load) {
    const known = Object.keys(folders).map(path => path.split('/').at(-2)).join(', ')
    throw new Error(`Setting COUNTY=${name}: there is no such folder in shared/county. Available: ${known}.`)
  }
  return (await load()).folder
}
