import { catalog } from './catalog'
import { events } from './events'
import { identity } from './identity'
import { pages } from './pages'
import { Emails } from '@collections/mail/Emails'
import { Media } from '@collections/media/Media'
import { domain } from './support/domain'
import { tenancy } from './tenancy'
import { multiTenant } from './vendor/multiTenant'

const scratch = domain({ collections: [Emails, Media] })
/** Domains, upstream first. */
const domains = [events, tenancy, identity, scratch, catalog, pages]

/** After the domains, the plugins that dress the collections they find. */
const vendors = [multiTenant]

export const plugins = [...domains, ...vendors]
