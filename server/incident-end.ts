import type { Command } from '../shared/core/command.ts'
import type { Ended } from '../shared/records.ts'
import type { IncidentBoard, Incidents } from './incidents.ts'
import type { AccountSubject } from './people/account-subject.ts'
import type { Accounts } from './people/accounts.ts'
import type { SignUp } from './people/sign-up.ts'
import { joinedId } from '../shared/core/joined-id.ts'
import { theServer } from './board/scheduler.ts'
import { unneeded } from './people/belonging.ts'

interface Options {
  readonly incidents: Pick<Incidents, 'all' | 'whole'>
  readonly accounts: Pick<Accounts, 'list' | 'about'>
  readonly subject: Pick<AccountSubject, 'forget'>
  readonly signUp: Pick<SignUp, 'closeAll'>
  /** Cuts the open pages of somebody whose account ended. */
  readonly onDisabled: (person: string) => void
  readonly now: () => number
}

/** What follows the end of an incident: its people, photos and files are destroyed on the day that its end says, unless it was taken back before. */
export function incidentEnd({ incidents, accounts, subject, signUp, onDisabled, now }: Options) {
  const endOf = ({ authority }: IncidentBoard) => authority.board.get('incident', 'incident')?.ended
  /** Whether the day has come, also by the real time: a drill's clock can be moved, and its people may be real. */
  const isDue = (board: IncidentBoard, ended: Ended) => ended.due <= board.authority.now() && ended.dueReally <= now()
  /** The incidents that need people: those that go on, and those whose end can still be taken back. */
  const others = ({ id }: IncidentBoard) => incidents.all().filter((one) => {
    const ended = endOf(one)
    return one.id !== id && (!ended || !isDue(one, ended))
  })
  /** People who still have a name here and whom nobody needs. */
  const leaving = (board: IncidentBoard) => unneeded(accounts.list().filter(({ id }) => Object.values(accounts.about(id)).some(Boolean)), board.authority.board, others(board).map(one => one.authority.board))

  async function figures(board: IncidentBoard): Promise<NonNullable<Ended['figures']>> {
    return { accounts: leaving(board).length, ...board.photos.counts(), files: await board.attached.count() }
  }

  /** If it is interrupted, the next round does it again; the figures are those of its beginning. */
  async function destroy(board: IncidentBoard, ended: Ended): Promise<void> {
    const give = (step: string, args: unknown) => board.authority.submit({ id: joinedId('~', 'end', step, ended.at), name: 'noteDestruction', args } satisfies Command, theServer)
    if (!ended.figures) await give('begin', { figures: await figures(board) })
    await board.photos.destroy()
    await board.attached.destroy()
    const people = leaving(board)
    subject.forget(theServer.id, people)
    people.forEach(onDisabled)
    // Nobody may sign up for an office that has no work.
    if (!others(board).length) signUp.closeAll()
    await give('done', { figures: null })
  }

  async function destroyDue(): Promise<void> {
    if (!incidents.whole()) return
    for (const board of incidents.all()) {
      const ended = endOf(board)
      if (ended && ended.destroyedAt === null && isDue(board, ended)) await destroy(board, ended)
    }
  }

  let looking: Promise<void> | null = null
  return {
    figures,
    /** Destroys what is due. While an incident of this server cannot be read, nobody knows whom it needs, and everything waits. */
    look: (): Promise<void> => looking ??= destroyDue().finally(() => looking = null),
  }
}

export type IncidentEnd = ReturnType<typeof incidentEnd>
