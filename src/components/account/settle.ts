import { followAccount, type Chosen } from '@/components/ui/reader'

import { sessionChanged } from '../shell/session'

/**
 * Makes this browser show what was chosen, the header included. Answers whether the page is being opened
 * anew, since it is in another language now.
 */
export const settle = ({
  chosen: { locale, timeZone },
  school,
}: {
  chosen: Chosen
  school: { locale: Chosen['locale'] }
}): boolean => {
  const isOther = followAccount({ locale: locale ?? school.locale, timeZone })
  if (isOther) {
    location.reload()
  } else {
    sessionChanged()
  }

  return isOther
}
