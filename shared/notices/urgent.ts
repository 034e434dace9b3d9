/** The rules whose notices are urgent by their nature: somebody waits for help or care, or data may be leaking. They are told at night too. */
export const urgentRules: readonly string[] = ['helpUrgent', 'helpRisen', 'helpFar', 'careMissed', 'careRisen', 'careRisenFar', 'careAlarm']
