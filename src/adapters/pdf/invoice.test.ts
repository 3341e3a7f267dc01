import { describe, expect, it } from '@jest/globals'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { pdfText, squashed } from '@/test/pdfText'

import { renderInvoice } from './invoice'
import { invoiceMoney } from './invoiceMoney'

const textOf = async (pdf: Buffer) => squashed(await pdfText(pdf))

const invoice = (given: Partial<InvoiceText> = {}): InvoiceText => ({
  base: 12_345_600,
  buyer: {
    name: 'Maria Lindqvist',
    address: 'Storgatan 1\n111 22 Stockholm',
    company: 'Lindqvist Foto AB',
    email: 'maria@example.com',
    vatId: 'SE556012345601',
  },
  coupon: 'WELCOME20',
  currency: 'USD',
  discount: 2_469_120,
  issuedAt: new Date('2026-05-31T22:30:00Z'),
  lines: [
    { base: 12_340_700, discount: 2_468_140, tax: 0, title: 'Light', total: 9_872_560 },
    { base: 4900, discount: 980, tax: 0, title: 'Colour by hand', total: 3920 },
  ],
  locale: 'en',
  number: 'INV-0042',
  order: 'K7QM-2XHD',
  seller: {
    name: 'Aurora School Ltd',
    accent: '#2f6f73',
    address: '5 North Road\nTromsø',
    email: 'hello@aurora.test',
    note: 'No VAT is charged under the small business rule.',
    taxId: '999 888 777',
  },
  tax: 0,
  taxation: null,
  timeZone: 'Asia/Jerusalem',
  total: 9_876_480,
  ...given,
})

describe('an invoice', () => {
  it.each([
    ['English', invoice(), ['Invoice', 'USD 123,456.00', 'USD 98,764.80', 'June 1, 2026']],
    [
      'Russian',
      invoice({
        buyer: { name: 'Александра Константинопольская', email: 'a@example.com' },
        currency: 'RUB',
        locale: 'ru',
      }),
      ['Счёт', '98 764,80 RUB', '1 июня 2026 г.', 'Александра', 'Константинопольская'],
    ],
    [
      'Hebrew',
      invoice({
        buyer: { name: 'נועה כהן', company: 'סטודיו Lightroom', email: 'noa@example.com' },
        currency: 'ILS',
        locale: 'he',
      }),
      ['חשבונית', '98,764.80', 'ILS', 'נועה', 'לכבוד', 'ביוני'],
    ],
  ])('says everything in %s', async (_, text, expected) => {
    const said = await textOf(await renderInvoice(text))
    const { buyer, coupon, lines, number, order, seller } = text
    const words = [number, order, coupon, buyer.email, seller.email, ...expected]

    for (const word of words) {
      expect(said).toContain(squashed(word ?? ''))
    }
    for (const { title } of lines) {
      expect(said).toContain(squashed(title))
    }
    expect(said).toContain(squashed(seller.note ?? ''))
  })

  it.each([
    ['en', 'Reverse charge: VAT is to be accounted for by the recipient'],
    ['ru', 'НДС исчисляет и уплачивает получатель'],
    ['he', 'חיוב הפוך'],
  ] as const)('says in %s that the buyer owes the tax', async (locale, words) => {
    const taxation = { isIncluded: false, taxes: [], treatment: 'reverseCharge' } as const
    const said = await textOf(
      await renderInvoice(invoice({ locale, taxation: { ...taxation, taxes: [] } })),
    )

    expect(words.split(' ').every((word) => said.includes(squashed(word)))).toBe(true)
  })

  it('names each tax with its rate, added to the price or held by it', async () => {
    const taxes = [
      { name: 'GST', amount: 500, percent: 5 },
      { name: 'QST', amount: 998, percent: 9.975 },
    ]
    const set = async (isIncluded: boolean) =>
      textOf(
        await renderInvoice(invoice({ taxation: { isIncluded, taxes, treatment: 'charged' } })),
      )

    expect(await set(false)).toContain(squashed('GST 5% USD 5.00 QST 9.975% USD 9.98 Total'))
    expect(await set(true)).toContain(squashed('Included: QST 9.975% USD 9.98'))
  })

  it('is the same to the byte however often it is set', async () => {
    const [one, two] = [await renderInvoice(invoice()), await renderInvoice(invoice())]

    expect(one.equals(two)).toBe(true)
  })

  it('goes on over pages with its number at the foot of each', async () => {
    const lines = Array.from({ length: 60 }, (_, nth) => ({
      base: 100,
      discount: 0,
      tax: 0,
      title: `Course ${nth + 1}`,
      total: 100,
    }))
    const said = await textOf(await renderInvoice(invoice({ lines })))

    expect(said).toContain('Course60')
    expect(said).toMatch(/INV-0042·2\/\d/)
  })

  it('leaves out what is not there', async () => {
    const seller = { ...invoice().seller, address: null, email: null, note: null, taxId: null }
    const buyer = { name: 'Ada', email: 'ada@example.com' }
    const said = await textOf(
      await renderInvoice(invoice({ buyer, coupon: null, discount: 0, seller })),
    )

    expect(said).not.toMatch(/null|undefined|VAT|Discount/)
  })
})

it('writes money by the decimals of its currency', () => {
  const write = (currency: string, locale: 'en' | 'he' | 'ru', amount: number, isOff = false) =>
    invoiceMoney({ currency, locale })(amount, { isOff }).replaceAll(/\s/g, ' ')

  expect(write('USD', 'en', 4900)).toBe('USD 49.00')
  expect(write('JPY', 'en', 4900)).toBe('JPY 4,900')
  expect(write('KWD', 'ru', 4900)).toBe('4,900 KWD')
  expect(write('ILS', 'he', 9_007_199_254_740_991)).toBe('90,071,992,547,409.91 ILS')
  expect(write('USD', 'en', 980, true)).toBe('-USD 9.80')
})
