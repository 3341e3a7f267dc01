/** The header in which a form sends what it was asked to work out. */
export const SOLUTION_HEADER = 'x-challenge-solution'

/** The code with which a form is asked to. */
export const CHALLENGE_NEEDED = 'challengeNeeded'
