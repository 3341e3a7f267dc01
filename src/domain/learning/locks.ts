/** Why a lesson is closed to whoever asks, or null where it is open. */
export type Lock = 'enroll' | 'signIn' | null

/** A lesson is open to those enrolled, to authors, and as a preview to everybody. */
export const lockOf = ({
  isAuthor,
  isEnrolled,
  isPreview,
  isSignedIn,
}: {
  isAuthor: boolean
  isEnrolled: boolean
  isPreview: boolean
  isSignedIn: boolean
}): Lock => {
  if (isPreview || isEnrolled || isAuthor) {
    return null
  }

  return isSignedIn ? 'enroll' : 'signIn'
}
