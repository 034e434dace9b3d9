import type { Config } from '../core/config.ts'
import { witness } from '../audit/witness.ts'
import { backupKeeper } from '../backup/keeper.ts'
import { sweepStaging } from '../backup/staging.ts'
import { backupPlaces } from '../core/config.ts'
import { spare } from '../core/spare.ts'
import { writeWhole } from '../disk/whole-file.ts'
import { backup } from './backups.ts'
import { inBackground } from './in-background.ts'

interface Options {
  /** The built script of this program, by which backups run as processes of their own. Without it this process makes them. */
  readonly script: string | undefined
  readonly onTrouble: (sentence: string) => void
}

const minute = 60_000

/** What a running board does for the person who looks after it: backups, and the heads of its logs. */
export function watchOver(config: Config, { script, onTrouble }: Options) {
  const backups = backupKeeper({
    data: config.DATA_DIR,
    folder: backupPlaces(config).folder,
    every: config.BACKUP_MINUTES * minute,
    without: config.UPGRADE_WITHOUT_BACKUP,
    make: why => script ? inBackground(script, ['backup', '--why', why], why !== 'upgrade') : backup(config, ['--why', why]),
    onTrouble,
  })
  const heads = witness(config.DATA_DIR, { onTrouble, write: writeWhole })
  const looking = () => spare((error: unknown) => onTrouble(String(error)), heads.look)
  let timer: ReturnType<typeof setInterval> | undefined

  return {
    backups,
    begin(): void {
      sweepStaging(config.DATA_DIR)
      backups.begin()
      looking()
      timer = setInterval(looking, minute)
      timer.unref()
    },
    async stop(): Promise<void> {
      if (timer === undefined) return
      clearInterval(timer)
      await backups.stop()
      await heads.look()
    },
  }
}
