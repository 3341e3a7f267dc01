import type { ComponentProps } from 'react'

import { renderToStaticMarkup } from 'react-dom/server'

import { Sentences } from '@/components/shell/Sentences'
import { browserMessages } from '@/i18n/messages'

import { TaxNote } from './TaxNote'

type Taxation = ComponentProps<typeof TaxNote>['taxation']

const rendered = (taxation: Partial<Taxation>, kind: 'account' | 'form'): string =>
  renderToStaticMarkup(
    <Sentences json={browserMessages('en', kind)} locale="en">
      <TaxNote
        currency="USD"
        hasTax
        taxation={{ isIncluded: true, needs: null, taxes: [], treatment: 'charged', ...taxation }}
      />
    </Sentences>,
  )

describe.each(['account', 'form'] as const)('the note on tax among pages of kind %s', (kind) => {
  it('says what of a sum is which tax', () => {
    const taxes = [{ name: 'VAT', amount: 1140, percent: 19 }]

    expect(rendered({ taxes }, kind)).toContain('Including VAT (19%): $11.40')
  })

  it('says why there is none', () => {
    expect(rendered({ treatment: 'reverseCharge' }, kind)).toContain('Reverse charge')
    expect(rendered({ treatment: 'outside' }, kind)).toContain('No tax is charged')
  })
})
