import type { SeedSales } from '../types'

const INES = 'owner@saltwater.test'
const TOMAS = 'tomas@saltwater.test'
const HANNE = 'hanne@saltwater.test'

/** What Saltwater has sold, who shares in it, and what came of it. Buyers are in Portugal, where their tax is. */
export const saltwaterSales: SeedSales = {
  additions: [
    {
      offered: 'Knots by heart, the course',
      percentOff: 40,
      text: 'Nine knots in an evening, and you keep them. It goes well with a rope beside the desk.',
      title: 'Add the knots',
      to: 'Reading the water, the course',
    },
  ],
  country: 'PT',
  member: {
    by: 'nora@saltwater.test',
    lessons: { 'knots-by-heart': 1, 'reading-the-water': 3, 'tides-and-charts': 2 },
    offer: 'The whole harbour',
  },
  paidOut: TOMAS,
  payees: [TOMAS, HANNE],
  sales: [
    {
      by: 'student@saltwater.test',
      offers: ['Reading the water, the course', 'Knots by heart, the course'],
    },
    { by: 'oliver@saltwater.test', currency: 'GBP', offers: ['Tides and charts, the course'] },
    {
      by: 'joana@saltwater.test',
      coupon: 'FAIRWIND',
      offers: ['Reading the water, the course'],
      refund: { amount: 2000, reason: 'Bought a week before the summer price' },
    },
    {
      by: 'marc@saltwater.test',
      offers: ['Knots by heart, the course'],
      refund: { reason: 'Had it from a friend already' },
    },
    {
      by: 'marc@saltwater.test',
      currency: 'USD',
      offers: ['Water and charts together'],
    },
    {
      by: 'joana@saltwater.test',
      gift: {
        name: 'Rui',
        email: 'rui@example.com',
        message: 'For the boat that you are going to have one day.',
      },
      offers: ['Tides and charts, the course'],
    },
    {
      by: 'oliver@saltwater.test',
      dispute: { fee: 1500, reason: 'product_not_received' },
      offers: ['Knots by heart, the course'],
    },
  ],
  shares: [
    { course: 'reading-the-water', person: INES, share: 4000 },
    { course: 'reading-the-water', person: HANNE, share: 2000 },
    { course: 'tides-and-charts', person: TOMAS, share: 5000 },
    { course: 'knots-by-heart', person: HANNE, share: 3500 },
    { course: 'knots-by-heart', person: TOMAS, share: 1500 },
  ],
  taxes: [
    { name: 'IVA', country: 'PT', percent: 23 },
    { name: 'MwSt', country: 'DE', percent: 19 },
    { name: 'TVA', country: 'FR', percent: 20 },
    { name: 'VAT', country: 'IE', percent: 23 },
  ],
}
