import type { JSONField } from 'payload'

import { record } from '../fields/record'

/** What an order of another currency was worth in the school's own (`Exchange`), by the rate and the day it was made with. */
export const exchange: JSONField = record('exchange', {
  isRequired: false,
  label: { en: 'In your currency', he: 'במטבע שלכם', ru: 'В вашей валюте' },
})
