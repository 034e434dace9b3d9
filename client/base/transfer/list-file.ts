import { ref, shallowRef } from 'vue'
import { toExcel } from './excel.ts'
import { readList } from './read-file.ts'
import { save } from './save.ts'
import { transfer } from './words.ts'

/** A list that somebody chose: its columns with what each means (from 0), and its rows. */
export function useListFile<Meaning extends string>(guess: (head: readonly string[]) => Readonly<Partial<Record<Meaning, number>>>) {
  const name = shallowRef('')
  const head = shallowRef<readonly string[]>([])
  const rows = shallowRef<readonly string[][]>([])
  const mapping = ref<Readonly<Partial<Record<string, number>>>>({})
  const busy = shallowRef(false)
  const problem = shallowRef('')

  /** False when the file cannot be read; `problem` says why. */
  async function take(file: File): Promise<boolean> {
    busy.value = true
    problem.value = ''
    rows.value = []
    const answer = await readList(file)
    busy.value = false
    if ('problem' in answer) {
      problem.value = transfer.value.problems[answer.problem]
      return false
    }
    name.value = file.name
    head.value = answer.rows[0] ?? []
    rows.value = answer.rows.slice(1)
    mapping.value = guess(head.value)
    return true
  }

  /** The rows that could not be entered, each with its line and why, to be mended and chosen again. */
  async function giveBack(bad: readonly { readonly line: number, readonly cells: readonly string[], readonly why: string }[]): Promise<void> {
    const lines = bad.map(row => [String(row.line), row.why, ...head.value.map((_, i) => row.cells[i] ?? '')])
    save(await toExcel([transfer.value.line, transfer.value.why, ...head.value], lines, transfer.value.why), `${transfer.value.badFile}.xlsx`)
  }

  return { name, head, rows, mapping, busy, problem, take, giveBack }
}

export type ListFile = ReturnType<typeof useListFile>
