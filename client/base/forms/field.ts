/** One field of a record in an edit form. */
export interface Field {
  readonly name: string
  /** Instead of the name that the field has everywhere. */
  readonly label?: string
  readonly kind: 'line' | 'text' | 'number' | 'time' | 'choice'
  readonly options?: readonly (readonly [value: string, words: string])[]
  /** May stay empty: an empty line or text is '', an empty time, number or choice null. */
  readonly optional?: boolean
  readonly most?: number
}
