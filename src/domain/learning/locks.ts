/** Why a lesson is closed to whoever asks, or null where it is open. */
export type Lock = 'ended' | 'enroll' | 'signIn' | null

/** A lesson is open to those enrolled, for as long as their access lasts, to authors, and as a preview to everybody. */
export const lockOf = ({
  hasEnded = false,
  isAuthor,
  isEnrolled,
  isPreview,
  isSignedIn,
}: {
  hasEnded?: boolean
  isAuthor: boolean
  isEnrolled: boolean
  isPreview: boolean
  isSignedIn: boolean
}): Lock => {
  if (isPreview || isEnrolled || isAuthor) {
    return null
  }

  if (hasEnded) {
    return 'ended'
  }

  return isSignedIn ? 'enroll' : 'signIn'
}
