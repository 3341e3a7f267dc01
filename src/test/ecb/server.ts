import { createServer } from 'node:http'

import type { DayRates } from '@/domain/commerce/exchange'

export type EcbServer = {
  close: () => Promise<void>
  /** What it says from now on; null while it is down. */
  say: (said: DayRates | null | string) => void
  url: string
}

const feed = ({ day, perEuro }: DayRates): string => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender>
		<gesmes:name>European Central Bank</gesmes:name>
	</gesmes:Sender>
	<Cube>
		<Cube time='${day}'>
${Object.entries(perEuro)
  .map(([currency, rate]) => `			<Cube currency='${currency}' rate='${rate}'/>`)
  .join('\n')}
		</Cube>
	</Cube>
</gesmes:Envelope>`

/** A server that speaks the feed `eurofxref-daily.xml` of the European Central Bank. */
export const startEcb = async (): Promise<EcbServer> => {
  let said: DayRates | null | string = null
  const server = createServer((_, response) => {
    response.statusCode = said === null ? 503 : 200
    response.setHeader('content-type', 'text/xml')
    response.end(said === null ? '' : typeof said === 'string' ? said : feed(said))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0

  return {
    close: () => new Promise((done) => server.close(() => done())),
    say: (next) => {
      said = next
    },
    url: `http://127.0.0.1:${port}/stats/eurofxref/eurofxref-daily.xml`,
  }
}
