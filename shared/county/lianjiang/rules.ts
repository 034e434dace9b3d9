import type { Rules } from '../../county.ts'

/** Our choices, for want of an official text; the report tells only that every day was inspected, summarised and reported. */
export const rules: Rules = {
  dayEndsAt: '20:00',
  recheckNotByFinder: true,
  sampleShare: 0.1,
  unseenDays: 3,
  nearMetres: 300,
  rankFrom: 5,
  quietHours: [22, 7],
  supplyHours: [48, 24],
  overAllocation: 0.1,
  priceRise: 0.3,
}
