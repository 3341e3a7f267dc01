import { DeadLetters } from '@collections/events/DeadLetters'
import { Events } from '@collections/events/Events'
import { retryDeadLetter } from '@endpoints/events/deadLetters'
import { jobs } from '@endpoints/events/jobs'

import { domain } from './support/domain'

export const events = domain({
  collections: [Events, DeadLetters],
  endpoints: [retryDeadLetter, jobs],
})
