import type { ListColumn } from '../transfer/write-list.ts'
import type { Row } from './row.ts'
import { fieldWords } from './field-words.ts'

/** Lines of a mixed list as they are shown: for kinds that have no list of their own. */
export function rowFields(): ListColumn<Row>[] {
  const { title, where, when, state, id } = fieldWords.value
  return [
    { title, holds: 'text', of: row => row.title },
    { title: where, holds: 'text', of: row => row.sub },
    { title: when, holds: 'text', of: row => row.right },
    { title: state, holds: 'text', of: row => row.rightSub },
    { title: id, holds: 'text', of: row => row.key },
  ]
}
