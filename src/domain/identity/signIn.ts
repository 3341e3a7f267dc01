/** What is asked for after the first step: a code, or that a second step be set up first. */
export type SignInStep = 'enroll' | 'verify'
