/** Characters that what a person says about themselves may have. */
export const PROFILE_LENGTH = { name: 120, bio: 600 } as const

/** Who may open a person's profile, besides that person and the school's staff. */
export const VISIBILITIES = ['private', 'school', 'public'] as const

export type Visibility = (typeof VISIBILITIES)[number]

/** Whether somebody who is neither the person nor staff may see a profile; `isSignedIn` to the same school. */
export const isShownTo = ({
  isSignedIn,
  visibility,
}: {
  isSignedIn: boolean
  visibility: Visibility
}): boolean => visibility === 'public' || (visibility === 'school' && isSignedIn)

/** One line without control characters, as a name is. */
export const isOneLine = (text: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(text)
