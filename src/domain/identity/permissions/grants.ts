/** Who may call, as the published matrix names its columns; each school role alone, without any other. */
export const CALLERS = [
  'visitor',
  'student',
  'affiliate',
  'moderator',
  'support',
  'instructor',
  'admin',
  'owner',
  'superAdmin',
] as const

export type Caller = (typeof CALLERS)[number]

/** `own`: some rows alone, which the row's `note` names; for all others the answer is a refusal or nothing. */
export type Grant = 'allowed' | 'denied' | 'own'

/** Who has what; whoever is in neither list is denied. */
export type Rule = { allowed?: readonly Caller[]; note?: string; own?: readonly Caller[] }

const without = (...left: Caller[]): Caller[] => CALLERS.filter((one) => !left.includes(one))

export const EVERYBODY: readonly Caller[] = without()
export const SIGNED_IN: readonly Caller[] = without('visitor')
const PLATFORM: readonly Caller[] = ['superAdmin']
export const MANAGERS: readonly Caller[] = ['admin', 'owner', ...PLATFORM]
export const AUTHORS: readonly Caller[] = ['instructor', ...MANAGERS]
export const STAFF: readonly Caller[] = ['moderator', 'support', ...AUTHORS]

export const MODERATORS: readonly Caller[] = ['moderator', ...AUTHORS]

export const nobody: Rule = {}
export const anybody: Rule = { allowed: EVERYBODY }
export const signedIn: Rule = { allowed: SIGNED_IN }
export const platform: Rule = { allowed: PLATFORM }
export const managers: Rule = { allowed: MANAGERS }
export const authors: Rule = { allowed: AUTHORS }
export const staff: Rule = { allowed: STAFF }

/** All rows for `allowed`, and of the others' own what `note` says. */
export const orOwn = (allowed: readonly Caller[], note: string, own: readonly Caller[]): Rule => ({
  allowed,
  note,
  own: own.filter((caller) => !allowed.includes(caller)),
})

/** The cell of the matrix. */
export const grantOf = ({ allowed = [], own = [] }: Rule, caller: Caller): Grant => {
  if (allowed.includes(caller)) {
    return 'allowed'
  }

  return own.includes(caller) ? 'own' : 'denied'
}

export const THEIR_OWN = 'their own'
