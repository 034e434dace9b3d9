import type { Board } from '../../shared/core/board.ts'
import { expect } from 'vitest'
import { facts } from '../support/given.ts'

/** After every act: the ledger's entries sum to the stock on the shelves, and no stock is below zero; delivered ≤ allocated ≤ asked + tolerance. */
export function keptBooks(board: Board): void {
  const sums = new Map<string, number>()
  for (const { place, supply, change } of board.all('move')) sums.set(`${place} ${supply}`, (sums.get(`${place} ${supply}`) ?? 0) + change)
  for (const { place, supply, quantity } of board.all('stock')) {
    expect(quantity, 'a shelf below zero').toBeGreaterThanOrEqual(0)
    expect(sums.get(`${place} ${supply}`) ?? 0, 'the ledger and the shelf').toBe(quantity)
  }
  for (const { quantity, allocated, covered } of board.all('shortage')) {
    expect(covered, 'delivered beyond what was allocated').toBeLessThanOrEqual(allocated)
    expect(allocated, 'allocated beyond what was asked for').toBeLessThanOrEqual(quantity * (1 + facts.rules.overAllocation))
  }
  for (const { quantity, received } of board.all('delivery')) expect(received ?? 0, 'received beyond what was sent').toBeLessThanOrEqual(quantity)
}
