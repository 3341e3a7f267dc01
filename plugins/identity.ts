import { Users } from '@collections/identity/Users'
import { changeAccount, readAccount } from '@endpoints/identity/account'
import { downloadData } from '@endpoints/identity/data'
import { changeEmail, confirmEmail } from '@endpoints/identity/emailChange'
import { askForErasure, readErasureState, takeErasureBack } from '@endpoints/identity/erasure'
import { chooseMail, unsubscribe } from '@endpoints/identity/mailChoices'
import { personPicture, removePicture, uploadPicture } from '@endpoints/identity/pictures'
import { closeSessions, listSessions } from '@endpoints/identity/sessions'
import { session } from '@endpoints/identity/session'
import { dropPicturesOnAccountErased, eraseAccountsHourly } from '@hooks/identity/erasure'

import { domain } from './support/domain'

export const identity = domain({
  collections: [Users],
  endpoints: [
    session,
    readAccount,
    changeAccount,
    uploadPicture,
    removePicture,
    personPicture,
    listSessions,
    closeSessions,
    changeEmail,
    confirmEmail,
    chooseMail,
    unsubscribe,
    downloadData,
    readErasureState,
    askForErasure,
    takeErasureBack,
  ],
  reactions: [dropPicturesOnAccountErased],
  tasks: [eraseAccountsHourly],
})
