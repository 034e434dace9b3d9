import type { Postgres } from './postgres.ts'

/** Sentences for the log, in both languages: what happened, what is safe, what to do. */
export const answeringNews = {
  away: 'PostgreSQL 没有应答，新的操作暂时不能保存。已保存的都在，各设备上的内容等恢复后自动发送。请检查 PostgreSQL，不用重启本程序。\nPostgreSQL does not answer, and nothing new can be saved for now. What was saved is safe, and devices send their work once it is back. Look after PostgreSQL; this program needs no restart.',
  back: 'PostgreSQL 已恢复，操作照常保存。\nPostgreSQL answers again, and work is saved as usual.',
} as const

interface Options {
  readonly now: () => number
  /** Called when it stops to answer and when it answers again. */
  readonly onChange: (since: number | null) => void
  /** How often it is asked (ms). */
  readonly every: number
}

/** So many questions in a row without an answer mean that it is away: a server that only starts again is no reason to tell people. */
const patience = 2

/** Asks PostgreSQL now and then whether it can be written to. */
export function watchAnswering({ sql }: Pick<Postgres, 'sql'>, { now, onChange, every }: Options) {
  let [answered, unanswered, asking] = [now(), 0, false]
  let since: number | null = null

  function become(next: number | null): void {
    if (since === next) return
    since = next
    onChange(since)
  }

  async function ask(): Promise<void> {
    const asked = now()
    const [row] = await sql<{ readonly: string }[]>`select current_setting('transaction_read_only') as readonly`
    if (row?.readonly !== 'off') return
    answered = asked
    unanswered = 0
    become(null)
  }

  const timer = setInterval(() => {
    if (unanswered++ >= patience) become(answered)
    if (asking) return
    asking = true
    // What fails is a question without an answer.
    void ask().catch(() => {}).finally(() => asking = false)
  }, every).unref()

  return {
    /** Since when it does not answer (epoch ms): what was stored before is on the boards. Null while it answers. */
    since: (): number | null => since,
    stop: (): void => clearInterval(timer),
  }
}
