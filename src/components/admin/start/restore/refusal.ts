import type { RestoreWords } from './words'

/** What a refusal of the API says in words. */
export const refusalOf = (
  { said: { code } }: { said: Record<string, unknown> },
  { away, refusals }: RestoreWords,
): string => refusals[code as keyof typeof refusals] ?? away
