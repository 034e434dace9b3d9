/** How much, and how long, anybody outside may hold of this server. Bytes and milliseconds. */
export const bounds = {
  /** What waits for one line that does not read: how much, how long without any of it leaving, how often that is looked at. */
  line: { bytes: 2 ** 20, ms: 10_000, every: 500 },
  /** Lines of one person: every page they have open, and those of dead phones that are not missed yet. */
  linesEach: 64,
  /** The most of one answer to `resume`; the rest is asked for again. A slow phone must have it within its own patience. */
  resume: 64 * 1024,
  /** Limits without a session: lines from one address, lines in all, and connections in all. */
  strangers: { each: 20, all: 2000, connections: 2000 },
  /**
   * How long a request may take to come: its head, and its body. A photo that somebody signed in sends over a bad line has
   * longer, as long as it moves: `pace` bytes a second, measured over `every`.
   */
  arrival: { head: 10_000, body: 14_000, upload: 20 * 60_000, pace: 512, every: 10_000 },
} as const

/** Any of them may be given otherwise, as tests do. */
export type Bounds = { readonly [K in keyof typeof bounds]: (typeof bounds)[K] extends number ? number : { readonly [L in keyof (typeof bounds)[K]]: number } }
