/** A planned destruction, as the server answers it. */
export interface Plan {
  readonly id: string
  /** Null: everything. */
  readonly grid: string | null
  readonly cause: 'incident' | 'zone'
  readonly plannedAt: number
  readonly dueAt: number
  readonly heldWhy: string | null
  readonly doneAt: number | null
  readonly figures: Readonly<Record<string, number>> | null
}
