import { followAccount } from '@/components/ui/reader'
import { nextPath, withNext } from '@/domain/identity/nextPath'

import type { SignedIn } from './authApi'

/**
 * What follows a proof, whatever it was: on to `next`, or to `home` where nothing was asked for; or to where a second step is
 * taken first.
 */
export const arrive = (
  signedIn: SignedIn,
  { home, next }: { home: string; next: null | string },
): void => {
  if (signedIn.step) {
    location.assign(withNext(`/sign-in?step=${signedIn.step}`, next))
  } else {
    followAccount(signedIn.user)
    location.assign(nextPath(next, home))
  }
}
