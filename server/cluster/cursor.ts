import type { Database } from '../database/database.ts'

/** Up to which seq the rows of PostgreSQL are in this data folder. */
export const cursorIn = ({ raw }: Pick<Database, 'raw'>) => ({
  read(): number | null {
    const found = raw.prepare('select value from meta where key = \'copied\'').pluck().get() as string | undefined
    return found === undefined ? null : Number(found)
  },
  /** This folder goes on alone. */
  forget: (): void => void raw.prepare('delete from meta where key = \'copied\'').run(),
  write: (seq: number): void => void raw.prepare('insert into meta (key, value) values (\'copied\', ?) on conflict do update set value = excluded.value').run(String(seq)),
})
