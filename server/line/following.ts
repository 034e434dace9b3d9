import type { ShownMap, ShownNews } from '../../shared/core/following.ts'

/** How long the leader's page may take to answer (ms). With the wait between two questions, a lost line is known within ten seconds. */
export const answersWithin = 5000

interface Follower { readonly person: string, readonly audience: string }
interface Telling {
  /** May this audience learn that the leader has this record open? */
  readonly knows: (audience: string, open: string | null) => boolean
  /** To followers: what has changed, or null when it is over. */
  readonly tell: (pages: readonly string[], news: ShownNews | null) => void
  /** Tells the leader how many people follow, or null if they lead no longer. True once their page has answered. */
  readonly count: (page: string, people: number | null) => Promise<boolean>
  /** Somebody else leads now, or nobody. */
  readonly onLeader: (page: string | null) => void
  readonly onBug: (error: unknown) => void
  /** Milliseconds. */
  readonly gather?: number
  readonly beat?: number
}

/**
 * The map that others follow in one incident, held in memory only. Followers are told of the newest state at most once in `gather`, however often the
 * leader's page sends. A leader whose page does not answer each `beat` leads no longer.
 */
export function following({ knows, tell, count, onLeader, onBug, gather = 250, beat = 3000 }: Telling) {
  let leader: string | null = null
  let shown: ShownMap | null = null
  let changed: Record<string, unknown> = {}
  let timer: NodeJS.Timeout | null = null
  let beating: NodeJS.Timeout | undefined
  let counted = 0
  const followers = new Map<string, Follower>()
  /** The open record that each audience has been told of. */
  const opened = new Map<string, string | null>()

  const people = () => new Set([...followers.values()].map(one => one.person)).size
  const openFor = (audience: string) => shown?.open && knows(audience, shown.open) ? shown.open : null

  /** What this audience is told. It is not told that something is open which it may not see. */
  function newsFor(audience: string): ShownNews {
    const { open, ...rest } = changed as ShownNews
    const now = openFor(audience)
    if (open === undefined || opened.get(audience) === now) return rest
    opened.set(audience, now)
    return { ...rest, open: now }
  }

  function send(): void {
    timer = null
    for (const audience of new Set([...followers.values()].map(one => one.audience))) {
      const news = newsFor(audience)
      if (Object.keys(news).length) tell([...followers].flatMap(([page, one]) => one.audience === audience ? page : []), news)
    }
    const moved = Object.keys(changed).length > 0 || people() !== counted
    changed = {}
    if (leader && people() !== counted) void ask().catch(onBug)
    // What comes meanwhile waits, so that two messages are never closer than `gather`.
    if (leader && moved) timer = setTimeout(send, gather)
  }
  const soon = () => void (timer ??= setTimeout(send, 0))

  /** Ends it if the leader's page does not answer. */
  async function ask(): Promise<void> {
    const page = leader
    counted = people()
    if (page && !await count(page, counted) && leader === page) end(page)
  }

  function end(page: string): void {
    if (leader !== page) return
    leader = shown = null
    changed = {}
    clearInterval(beating)
    void count(page, null).catch(onBug)
    tell([...followers.keys()], null)
    followers.clear()
    opened.clear()
    onLeader(null)
  }

  return {
    /** Begins, or takes over from the present leader: those who follow then follow the new one. */
    lead(page: string, all: ShownMap): void {
      if (leader && leader !== page) void count(leader, null).catch(onBug)
      leader = page
      shown = all
      changed = { ...all }
      onLeader(page)
      clearInterval(beating)
      beating = setInterval(() => void ask().catch(onBug), beat)
      counted = -1
      soon()
    },
    /** Ignored from everybody but the leader, also from one who has just been followed by another. */
    show(page: string, news: ShownNews): void {
      if (leader !== page || !shown) return
      shown = { ...shown, ...news }
      Object.assign(changed, news)
      soon()
    },
    end,
    /** Begins to follow and returns everything that the leader shows, as far as this audience may see it; null if nobody leads. */
    follow(page: string, who: Follower): ShownMap | null {
      if (!shown || page === leader) return null
      if (![...followers.values()].some(one => one.audience === who.audience)) opened.set(who.audience, openFor(who.audience))
      followers.set(page, who)
      soon()
      return { ...shown, open: opened.get(who.audience) ?? null }
    },
    leave(page: string): void {
      if (followers.delete(page)) soon()
    },
    /** A page that has closed. */
    drop(page: string): void {
      this.leave(page)
      end(page)
    },
    stop(): void {
      clearInterval(beating)
      if (timer) clearTimeout(timer)
    },
  }
}
