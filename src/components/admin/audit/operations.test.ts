import { AUDITED_FACTS } from '@/domain/events/auditedFacts'

import { OPERATIONS } from './operations'

it.each(Object.keys(AUDITED_FACTS))('%s has a name in each language', (fact) => {
  expect(Object.values(OPERATIONS).map((names) => typeof names[fact])).toEqual([
    'string',
    'string',
    'string',
  ])
})
