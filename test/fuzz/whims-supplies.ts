import type { Makers } from './whims.ts'
import { inStock } from '../../shared/supplies/ledger.ts'

const glove = { supply: 'glove' }

/** What happens to goods: received, issued, counted, allocated, dispatched, delivered, and pledged by donors. */
export const supplyWhims: Makers = {
  receiveStock: ({ one, fresh, luck }) => ({ move: fresh(), place: one('place').id, ...glove, quantity: 1 + luck.below(20) }),
  useStock: ({ one, fresh, luck }) => ({ move: fresh(), place: one('place').id, ...glove, quantity: 1 + luck.below(9) }),
  countStock({ one, fresh, luck, view }) {
    const place = one('place').id
    return { move: fresh(), place, ...glove, counted: luck.below(20), seen: luck.maybe(0.8) ? inStock(view, place, 'glove') : luck.below(20), reason: 'counted' }
  },
  allocateSupplies: ({ one, fresh, luck, view }) => ({ delivery: fresh(), shortage: luck.maybe(0.7) ? one('shortage').id : null, target: one('place').id, ...glove, quantity: 1 + luck.below(9), store: luck.one([...view.all('stock')])?.place ?? one('place').id }),
  dispatchDelivery: ({ one }) => ({ delivery: one('delivery').id, driver: 'van' }),
  receiveDelivery({ one, luck }) {
    const { id, quantity = 9 } = one('delivery') as { id: string, quantity?: number }
    return { delivery: id, received: luck.below(quantity + 2), signedBy: 'porter' }
  },
  receiveGoods: ({ one, fresh, luck }) => ({ note: fresh(), place: one('place').id, lines: [{ ...glove, quantity: 1 + luck.below(20) }] }),
  issueGoods: ({ one, fresh, luck }) => ({ note: fresh(), place: one('place').id, lines: [{ ...glove, quantity: 1 + luck.below(9) }] }),
  sendGoods: ({ one, fresh, luck }) => ({ note: fresh(), place: one('place').id, to: one('place').id, driver: 'van', lines: [{ ...glove, quantity: 1 + luck.below(9) }] }),
  receiveDeliveries: ({ one, luck }) => ({ deliveries: [{ delivery: one('delivery').id, received: luck.below(9) }], signedBy: 'porter' }),
  takeStock({ one, fresh, luck, view }) {
    const place = one('place').id
    return { note: fresh(), place, lines: [{ ...glove, counted: luck.below(20), seen: luck.maybe(0.8) ? inStock(view, place, 'glove') : luck.below(20), reason: 'counted' }] }
  },
  cancelDelivery: ({ one }) => ({ delivery: one('delivery').id }),
  explainDifference: ({ one }) => ({ delivery: one('delivery').id, reason: 'wet' }),
  pledgeSupplies: ({ one, fresh, luck }) => ({ pledge: fresh(), shortage: one('shortage').id, donor: 'guild', quantity: 1 + luck.below(5) }),
  receivePledge: ({ one }) => ({ pledge: one('pledge').id }),
  withdrawPledge: ({ one }) => ({ pledge: one('pledge').id }),
}
