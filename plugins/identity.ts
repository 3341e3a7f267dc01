import { Users } from '@collections/identity/Users'
import { session } from '@endpoints/identity/session'

import { domain } from './support/domain'

export const identity = domain({ collections: [Users], endpoints: [session] })
