/** The longest update, in characters. */
export const LONGEST_UPDATE = 2000

/** Between two updates of one course, in seconds. */
const GAP = 3600

/** For how many whole seconds more a course can tell nothing new, `age` seconds after its last update. */
export const secondsUntilNext = (age: number): number => Math.max(0, Math.ceil(GAP - age))
