/**
 * What answers while a school's site is closed: the way in for staff with all that its pages are made of, other
 * servers, the link at the foot of a mail, and what the edge itself is asked.
 */
const OPEN: readonly RegExp[] = [
  /^\/api\/(?:auth\/|sign-in\/|session$|health$|domains\/allowed$|payments\/\w+\/webhook$|unsubscribe\/|team\/invitations\/|media\/file\/)/,
  /^\/(?:admin(?:\/|$)|internal\/|icons\/)/,
  /^\/(?:sign-in|sign-in-link|forgot|reset|set-password|confirm|unsubscribe|teaching-invitation)$/,
  /^\/(?:favicon\.(?:ico|svg)|manifest\.webmanifest|robots\.txt|sw\.js|offline)$/,
]

/** Whether a path answers everybody even while a school's site is closed. */
export const isOpenInMaintenance = (pathname: string): boolean =>
  OPEN.some((pattern) => pattern.test(pathname))
