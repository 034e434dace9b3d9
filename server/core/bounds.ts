/** Limits on what clients may use of this server. Bytes and milliseconds. */
export const bounds = {
  /** For a connection that does not read: how much may wait for it, how long without any of it leaving, and how often this is checked. */
  line: { bytes: 2 ** 20, ms: 10_000, every: 500 },
  /** Connections of one person: their open pages, and dead phones that have not timed out yet. */
  linesEach: 64,
  /** The size of one answer to `resume`; the device asks again for the rest. A slow phone must receive it before it times out. */
  resume: 64 * 1024,
  /** Limits without a session: live connections from one address, live connections in all, and TCP connections in all. */
  strangers: { each: 20, all: 2000, connections: 2000 },
  /**
   * How long the head and the body of a request may take to arrive. An upload of a signed-in person, such as a photo over a bad
   * network, has longer, as long as it makes progress: `pace` bytes a second, measured over `every`.
   */
  arrival: { head: 10_000, body: 14_000, upload: 20 * 60_000, pace: 512, every: 10_000 },
  /** After how long a board leaves the memory that nobody looks at, and how often this is checked. */
  rest: { after: 5 * 60_000, every: 60_000 },
  /** How often the space on the disk is checked. */
  roomEvery: 5000,
  /** How often PostgreSQL is asked whether it can be written to. */
  answeringEvery: 2000,
} as const

/** The same limits with other values, for tests. */
export type Bounds = { readonly [K in keyof typeof bounds]: (typeof bounds)[K] extends number ? number : { readonly [L in keyof (typeof bounds)[K]]: number } }
