/** Bugs to plant in the board itself. */
export const board = [
  { name: 'old-record-shows', file: 'shared/core/board.ts', from: 'if (!own.has(record.id)) yield record', to: 'yield record', by: 'test/rules/board.test.ts' },
  { name: 'index-keeps-the-old-key', file: 'shared/core/board.ts', from: 'remove(index, key, id)', to: 'void key', by: 'test/rules/board.test.ts' },
  { name: 'index-misses-the-new', file: 'shared/core/board.ts', from: 'as never)) add(index, key, value)', to: 'as never)) void key', by: 'test/rules/board.test.ts' },
  { name: 'a-key-more-is-kept', file: 'shared/core/read-field.ts', from: 'if (left !== 0) return null', to: 'void left', by: 'test/rules/read-field.test.ts' },
  { name: 'what-is-changed-is-known', file: 'shared/core/read-field.ts', from: 'read.success && plainOf(read.output) === plain', to: 'read.success', by: 'test/rules/read-field.test.ts' },
  { name: 'the-written-stays', file: 'shared/core/read-field.ts', from: 'changed[field.name] = read.output', to: 'void read', by: 'test/rules/read-field.test.ts' },
  { name: 'draft-takes-all', file: 'shared/core/board.ts', from: '() => this.#over.by(kind, index, key)', to: '() => this.#over.all(kind)', by: 'test/rules/board.test.ts' },
  { name: 'order-of-before', file: 'shared/core/board.ts', from: 'under.records.set(record.id, record)\n  under.inOrder = null', to: 'under.records.set(record.id, record)', by: 'test/rules/board.test.ts' },
  { name: 'span-one-short', file: 'shared/core/in-order.ts', from: '(numbers[middle] ?? 0) < limit', to: '(numbers[middle] ?? 0) <= limit', by: 'test/rules/board.test.ts' },
]
