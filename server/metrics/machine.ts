import { collectDefaultMetrics, Registry } from 'prom-client'

let registry: Registry | undefined

/** The process itself: event-loop lag, heap, garbage collection, processor time. Measured from the first call on, once for the process, because its observers cannot be stopped. */
export function machine(): Registry {
  if (!registry) {
    registry = new Registry()
    collectDefaultMetrics({ register: registry })
  }
  return registry
}
