import { Users } from '@collections/identity/Users'
import { changeAccount, readAccount } from '@endpoints/identity/account'
import { personPicture, removePicture, uploadPicture } from '@endpoints/identity/pictures'
import { session } from '@endpoints/identity/session'

import { domain } from './support/domain'

export const identity = domain({
  collections: [Users],
  endpoints: [session, readAccount, changeAccount, uploadPicture, removePicture, personPicture],
})
