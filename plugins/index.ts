import { analytics } from './analytics'
import { catalog } from './catalog'
import { certificates } from './certificates'
import { commerce } from './commerce'
import { community } from './community'
import { events } from './events'
import { identity } from './identity'
import { learning } from './learning'
import { mail } from './mail'
import { marketing } from './marketing'
import { media } from './media'
import { pages } from './pages'
import { privacy } from './privacy'
import { edge } from './support/edge'
import { navigation } from './support/navigation'
import { translations } from './support/translations'
import { truths } from './support/truths'
import { tenancy } from './tenancy'
import { translation } from './translation'
import { multiTenant } from './vendor/multiTenant'
import { cloudStorage } from './vendor/storage'

/** Domains, upstream first. */
const domains = [
  events,
  tenancy,
  mail,
  identity,
  translation,
  media,
  catalog,
  commerce,
  learning,
  certificates,
  marketing,
  community,
  pages,
  analytics,
  privacy,
]

/** After the domains, their order in the admin and the edge of their API, the plugins that dress the collections they find. */
const vendors = [multiTenant, cloudStorage]

export const plugins = [...domains, navigation, translations, truths, edge, ...vendors]
