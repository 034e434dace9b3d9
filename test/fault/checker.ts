/** One person's request for one shift and its answer; times in ms on one clock of the machine. */
export interface Asked {
  readonly shift: string
  readonly person: string
  readonly name: 'claimShift' | 'releaseShift'
  readonly sent: number
  readonly got: number
  /** Its place in the log when it was granted, else why not. */
  readonly answer: number | 'shift_full' | 'already_claimed' | 'not_claimed' | (string & {})
}

const state = (answer: Asked['answer'], held: ReadonlySet<string>, person: string, places: number): boolean => ({
  shift_full: held.size >= places && !held.has(person),
  already_claimed: held.has(person),
  not_claimed: !held.has(person),
}[answer as string] ?? false)

/**
 * Is the history of one shift linearizable, and is each answer right at some moment between question and answer?
 * The log's numbers are the witness of the order of what was granted; refusals change nothing and find a moment in it, the earliest that fits,
 * never before one found for a refusal that was over when this was asked. Returns what is wrong.
 */
export function faults(history: readonly Asked[], places: number): string[] {
  const wrong: string[] = []
  const granted = history.filter(one => typeof one.answer === 'number').sort((a, b) => Number(a.answer) - Number(b.answer))
  const states: Set<string>[] = [new Set()]
  let latest = -Infinity
  for (const { shift, person, name, sent, got, answer } of granted) {
    const held = new Set(states.at(-1))
    if (got < latest) wrong.push(`${shift}: #${answer} was answered before an earlier one was asked`)
    latest = Math.max(latest, sent)
    if (name === 'claimShift' ? held.has(person) : !held.has(person)) wrong.push(`${shift}: #${answer} ${name} by ${person} was granted against the state`)
    if (name === 'claimShift') held.add(person)
    else held.delete(person)
    if (held.size > places) wrong.push(`${shift}: #${answer} oversold ${held.size} of ${places}`)
    states.push(held)
  }

  const refused = history.filter(one => typeof one.answer !== 'number').sort((a, b) => a.sent - b.sent)
  const over = [...refused].sort((a, b) => a.got - b.got)
  const found = new Map<Asked, number>()
  // How many requests were certainly done before `at`, and how many may have been.
  const gotBefore = prefix(granted.map(one => one.got))
  let [floor, next] = [0, 0]
  for (const one of refused) {
    for (; next < over.length && (over[next]?.got ?? 0) < one.sent; next++) floor = Math.max(floor, found.get(over[next] as Asked) ?? 0)
    let moment = Math.max(floor, gotBefore(one.sent))
    while (moment < states.length && !(state(one.answer, states[moment] as Set<string>, one.person, places))) moment++
    // The moment lies after `moment` grants: the last of these must have been asked before this was answered.
    if (moment >= states.length || (moment > 0 && (granted[moment - 1]?.sent ?? 0) > one.got)) wrong.push(`${one.shift}: ${one.name} by ${one.person} had no moment for ${one.answer}`)
    else found.set(one, moment)
  }
  return wrong
}

/** For times in the order of the log: up to which place something was answered before `at`. */
function prefix(times: readonly number[]): (at: number) => number {
  const order = times.map((time, i) => ({ time, place: i + 1 })).sort((a, b) => a.time - b.time)
  let furthest = 0
  const reach = order.map(({ place }) => furthest = Math.max(furthest, place))
  return (at) => {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((order[middle]?.time ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low === 0 ? 0 : reach[low - 1] ?? 0
  }
}
