/** One field of a record in an edit form. */
export interface Field {
  readonly name: string
  readonly kind: 'line' | 'text' | 'number' | 'time' | 'choice'
  readonly options?: readonly (readonly [value: string, words: string])[]
  /** May be left empty: a line or text becomes '', a time null. */
  readonly optional?: boolean
  readonly most?: number
}
