/** Bugs to plant in the board itself. */
export const board = [
  // eslint-disable-next-line no-template-curly-in-string -- it is the text of the source
  { name: 'old-record-shows', file: 'shared/board.ts', from: 'if (!this.#changes.has(`${kind}/${record.id}`)) yield record', to: 'yield record' },
]
