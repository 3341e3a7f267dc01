import type { PayloadRequest } from 'payload'

import type { Directory } from '../scimTokens'

/** A request of a directory. */
export type At = { directory: Directory; req: PayloadRequest; tenant: string }
