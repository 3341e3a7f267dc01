/** What can change about how an account is signed in to; each is told to its owner by mail. */
export type SignInChange =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'providerConnected'
  | 'providerDisconnected'
  | 'schoolLinked'
  | 'schoolUnlinked'
  | 'secondFactorCodes'
  | 'secondFactorOff'
  | 'secondFactorOn'
  | 'secondFactorReset'
