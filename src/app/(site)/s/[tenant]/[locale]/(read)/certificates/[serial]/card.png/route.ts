import { notFound } from 'next/navigation'

import { pageParams } from '@/components/shell/pageProps'
import { certificateBySerial } from '@/operations/certificates/read'
import { certificateCard } from '@/operations/pages/cards'
import { asVisitor } from '@/request'
import { schoolFor } from '@/site'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; serial: string; tenant: string }> }

/** GET /certificates/:serial/card.png: the picture that networks show beside a link to a certificate; 404 where none holds. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { locale, serial, tenant } = await pageParams<'serial'>(params)
  const found = await asVisitor(tenant, (req) =>
    certificateBySerial({ req, serial: serial.toLowerCase(), tenant }),
  )
  if (found?.status !== 'valid') {
    notFound()
  }
  const card = await certificateCard({
    certificate: found,
    school: await schoolFor({ locale, tenant }),
  })

  return new Response(new Uint8Array(card), {
    headers: { 'Cache-Control': 'public, max-age=3600', 'Content-Type': 'image/png' },
  })
}
