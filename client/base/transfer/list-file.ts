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

/** A chosen list file: its sheets, the rows of the chosen sheet, and the meaning of its columns and words. Nothing of one file may remain for the next. */
export function useListFile<M extends string>(hints: Hints<M>) {
  const name = shallowRef('')
  const sheets = shallowRef<readonly Sheet[]>([])
  const sheet = shallowRef<Sheet>()
  /** The title row the person chose; 0 if the sheet has none; undefined to detect it. */
  const headLine = shallowRef<number>()
  const mapping = ref<Readonly<Partial<Record<string, number>>>>({})
  /** The person's answers: for each group of questions, the id that each plain word means. */
  const answers = reactive<Record<string, Map<string, string>>>({})
  const busy = shallowRef(false)
  /** How many rows of the file have been read while it is being read; null otherwise. */
  const read = shallowRef<number | null>(null)
  let stopping = new AbortController()
  const problem = shallowRef('')
  const table = computed(() => sheet.value ? tableOf(sheet.value, hints, headLine.value) : none)
  const head = computed(() => table.value.head)
  const rows = computed(() => table.value.rows)
  watch(table, ({ head }) => mapping.value = guess(hints, head), { flush: 'sync' })

  function drop(): void {
    stop()
    sheet.value = headLine.value = undefined
    sheets.value = []
    problem.value = ''
    for (const of of Object.keys(answers)) delete answers[of]
  }

  /** Stops the reading of a file. Nothing of it remains. */
  const stop = (): void => stopping.abort()

  /** Answers false if the file cannot be read or another was chosen meanwhile; `problem` then says why. */
  async function take(file: File): Promise<boolean> {
    drop()
    const own = stopping = new AbortController()
    busy.value = true
    read.value = 0
    const answer = await readList(file, { signal: own.signal, onRows: rows => read.value = rows })
    if (own !== stopping) return false
    busy.value = false
    read.value = null
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

  /** Applies the answers to this list, and has the county remember them for the next one. */
  function answer(all: readonly Answer[]): void {
    for (const { of, word, id } of all) answers[of] = new Map(answers[of]).set(plainWord(word), id)
    void remember(all)
  }

  /** Saves the rejected rows in the file's own columns, with the reasons, so that they can be corrected and imported again. */
  const giveBack = (bad: readonly (Row & { readonly why: string })[]): Promise<boolean> => saveList(refusedRows(head.value, bad))

  const meant = computed(() => mapping.value as Mapping<M>)
  return { name, sheets, sheet, headLine, table, head, rows, mapping, meant, busy, read, problem, take, stop, drop, chooseSheet, answered, answer, giveBack }
}

/** The parts of a list that do not depend on what its columns mean, for the shared controls. */
export type ListFile = Omit<ReturnType<typeof useListFile<string>>, 'meant'>
