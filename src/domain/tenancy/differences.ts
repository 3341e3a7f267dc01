/**
 * What becomes of the difference when a paid place is moved: both ways it is settled, only what is missing is charged,
 * only what is too much is given back, or neither.
 */
export const DIFFERENCES = ['settle', 'charge', 'giveBack', 'ignore'] as const

export type Difference = (typeof DIFFERENCES)[number]
