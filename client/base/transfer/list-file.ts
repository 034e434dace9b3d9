import type { Hints, Mapping } from '../../../shared/transfer/columns.ts'
import type { Row, Sheet } from '../../../shared/transfer/sheet.ts'
import type { Table } from '../../../shared/transfer/table.ts'
import type { Answer } from './remembered-words.ts'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { guess } from '../../../shared/transfer/columns.ts'
import { plainWord } from '../../../shared/transfer/county-words.ts'
import { likeliest, tableOf } from '../../../shared/transfer/table.ts'
import { readList } from './read-file.ts'
import { refusedRows } from './refused-rows.ts'
import { remember, remembered } from './remembered-words.ts'
import { transfer } from './words.ts'
import { saveList } from './write-list.ts'

const none: Table = { head: [], headLines: [], rows: [], aside: [], filled: 0 }

/** A list that a person chose: its sheets, the rows of the chosen one, what each column means, and what its words mean. Each file starts anew. */
export function useListFile<M extends string>(hints: Hints<M>) {
  const name = shallowRef('')
  const sheets = shallowRef<readonly Sheet[]>([])
  const sheet = shallowRef<Sheet>()
  /** The line that the person pointed at as the head; 0: there is none; undefined: as it was found. */
  const headLine = shallowRef<number>()
  const mapping = ref<Readonly<Partial<Record<string, number>>>>({})
  /** What the person answered: by what it is about, the id for each plain word. */
  const answers = reactive<Record<string, Map<string, string>>>({})
  const busy = shallowRef(false)
  const problem = shallowRef('')
  const table = computed(() => sheet.value ? tableOf(sheet.value, hints, headLine.value) : none)
  const head = computed(() => table.value.head)
  const rows = computed(() => table.value.rows)
  watch(table, ({ head }) => mapping.value = guess(hints, head), { flush: 'sync' })

  function drop(): void {
    sheet.value = headLine.value = undefined
    sheets.value = []
    problem.value = ''
    for (const of of Object.keys(answers)) delete answers[of]
  }

  /** False when the file cannot be read; `problem` says why. */
  async function take(file: File): Promise<boolean> {
    drop()
    busy.value = true
    const answer = await readList(file)
    busy.value = false
    if ('problem' in answer) {
      problem.value = transfer.value.problems[answer.problem]
      return false
    }
    name.value = file.name
    sheets.value = answer.sheets
    sheet.value = likeliest(answer.sheets, hints)
    return true
  }

  function chooseSheet(one: Sheet | undefined): void {
    headLine.value = undefined
    sheet.value = one
  }

  const answered = (of: string): ReadonlyMap<string, string> => new Map([...remembered(of), ...answers[of] ?? []])

  /** Takes the answers for this list; the county remembers what each word means. */
  function answer(all: readonly Answer[]): void {
    for (const { of, word, id } of all) answers[of] = new Map(answers[of]).set(plainWord(word), id)
    void remember(all)
  }

  /** The rows that could not be entered, in the columns of the file and with the reason, to be mended and chosen again. */
  const giveBack = (bad: readonly (Row & { readonly why: string })[]): Promise<boolean> => saveList(refusedRows(head.value, bad))

  const meant = computed(() => mapping.value as Mapping<M>)
  return { name, sheets, sheet, headLine, table, head, rows, mapping, meant, busy, problem, take, drop, chooseSheet, answered, answer, giveBack }
}

/** What the shared controls need of a list, whatever its columns mean. */
export type ListFile = Omit<ReturnType<typeof useListFile<string>>, 'meant'>
