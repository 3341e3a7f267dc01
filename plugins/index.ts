import { catalog } from './catalog'
import { commerce } from './commerce'
import { events } from './events'
import { identity } from './identity'
import { media } from './media'
import { pages } from './pages'
import { tenancy } from './tenancy'
import { multiTenant } from './vendor/multiTenant'
import { Emails } from '@collections/mail/Emails'
import { Enrollments } from '@collections/learning/Enrollments'
import { Progress } from '@collections/learning/Progress'
import { QuizAttempts } from '@collections/learning/QuizAttempts'
import { domain } from './support/domain'

const mail = domain({ collections: [Emails] })
const learning = domain({ collections: [Enrollments, Progress, QuizAttempts] })

/** Domains, upstream first. */
const domains = [events, tenancy, mail, identity, media, catalog, commerce, learning, pages]

/** After the domains, the plugins that dress the collections they find. */
const vendors = [multiTenant]

export const plugins = [...domains, ...vendors]
