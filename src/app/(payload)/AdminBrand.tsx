import { headers } from 'next/headers'

import type { Brand } from '@/domain/tenancy/theme'

import { tenantOfHost } from '@/database/hosts'
import { DEFAULT_BRAND, rememberedCss } from '@/domain/tenancy/theme'
import { currentSchool } from '@/site'

const brandOfHost = async (): Promise<Brand> => {
  const tenant = await tenantOfHost((await headers()).get('host') ?? '')

  return tenant?.kind === 'school' ? (await currentSchool(tenant.id)).brand : DEFAULT_BRAND
}

/** The tokens of the school whose admin this is; `admin.css` gives Payload's own parts their colours by them. */
export const AdminBrand = async () => (
  <style dangerouslySetInnerHTML={{ __html: rememberedCss(await brandOfHost()) }} />
)
