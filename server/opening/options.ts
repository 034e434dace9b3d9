import type { CountyFolder } from '../../shared/county/county-folder.ts'
import type { BackupKeeper } from '../backup/keeper.ts'
import type { TakenOver } from '../cluster/deployment.ts'
import type { Bounds } from '../core/bounds.ts'
import type { CannotStart } from '../core/cannot-start.ts'
import type { Config } from '../core/config.ts'
import type { OutsideTrouble } from '../core/outside.ts'
import type { Space } from '../disk/room.ts'
import type { OnTrouble } from '../provider/provider.ts'

/** What a server is started with. */
export interface BoardOptions {
  readonly config: Config
  readonly folder: CountyFolder
  readonly pages?: string
  /** The built scripts of the processes that make papers and decode photos. Without them this process does both. */
  readonly papers?: string
  readonly decoder?: string
  /** The built script of the thread that checks large databases. Without it all are checked before serving begins. */
  readonly checker?: string
  readonly now?: () => number
  readonly gather?: number
  readonly pace?: { readonly commands: number, readonly seconds: number }
  /** Asks for the space on the disk of the data folder. */
  readonly space?: (folder: string) => Promise<Space>
  /** Limits on clients that differ from the usual ones. */
  readonly bounds?: Partial<Bounds>
  readonly onBug?: (error: unknown) => void
  /** Called with a sentence that the administrator should read. The board keeps running. */
  readonly onTrouble?: (sentence: string) => void
  readonly onProvider?: OnTrouble
  readonly onOutside?: (trouble: OutsideTrouble) => void
  /** Called when a database that is already being served turns out to be damaged: nothing more should be written to it. */
  readonly onDamage?: (what: CannotStart) => void
  /** Called when this server has become the writer in the place of another. */
  readonly onWriter?: (took: TakenOver) => void
  /** What reaches into backups; without it nobody makes any. */
  readonly backups?: Pick<BackupKeeper, 'beforeUpgrade' | 'forget'> & Partial<Pick<BackupKeeper, 'byHand'>>
}

/** The same, with what is left out filled in. */
export type Filled = BoardOptions & Required<Pick<BoardOptions, 'now' | 'onBug' | 'onTrouble' | 'onProvider' | 'onOutside' | 'onDamage' | 'onWriter'>> & { readonly bounds: Bounds }
