/** The levels of zones, the strictest first. */
export const zoneLevels = ['lockdown', 'control', 'precaution'] as const
