import { newId } from '@/newId'

import type { Visitor } from './visitor'

import { confirmedVisitor, newPerson } from './buying'
import { said } from './said'

const COURSE = 'the-quiet-portrait'

let reader: Visitor

beforeAll(async () => {
  reader = await confirmedVisitor('aurora', newPerson('Nora Ness'))
})

const items = [{ offer: newId() }]

describe('a request that is not right', () => {
  it.each([
    ['/api/checkout', 'not json', [400, 'badJson']],
    ['/api/checkout', '[]', [400, 'badInput']],
    ['/api/checkout', {}, [400, 'badInput']],
    ['/api/checkout', { items: [] }, [400, 'badInput']],
    ['/api/checkout', { items: 'one' }, [400, 'badInput']],
    ['/api/checkout', { items: [{ offer: 7 }] }, [400, 'badInput']],
    ['/api/checkout', { items: [{ offer: 'seeing-light' }] }, [400, 'badInput']],
    ['/api/checkout', { items: Array.from({ length: 51 }, () => items[0]) }, [400, 'badInput']],
    ['/api/checkout', { coupon: 'x'.repeat(81), items }, [400, 'badInput']],
    ['/api/checkout', { coupon: '\u0000', items }, [400, 'badCharacter']],
    ['/api/checkout', { items, note: 'x'.repeat(300_000) }, [413, 'tooLarge']],
    ['/api/checkout', { items }, [404, 'notFound']],
    ['/api/checkout/quote', { items }, [404, 'notFound']],
    ['/api/payments/test/nothing/approve', {}, [404, 'notFound']],
    ['/api/payments/test/a%20b/decline', {}, [400, 'badInput']],
    ['/api/progress/watched', {}, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: -1, spans: [] }, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: 1, spans: [[1]] }, [400, 'badInput']],
    ['/api/progress/watched', { lesson: newId(), position: 0, spans: [] }, [404, 'notFound']],
    ['/api/progress/completed', { lesson: newId() }, [404, 'notFound']],
    ['/api/progress/completed', { lesson: ['a'] }, [400, 'badInput']],
    ['/api/attempts', { quiz: newId() }, [404, 'notFound']],
    ['/api/attempts', { quiz: null }, [400, 'badInput']],
    [`/api/attempts/${newId()}/submit`, { answers: {} }, [404, 'notFound']],
    ['/api/attempts/one/submit', { answers: {} }, [400, 'badInput']],
    [`/api/attempts/${newId()}/submit`, { answers: { a: { b: 1 } } }, [400, 'badInput']],
  ])('POST %s %j is refused', async (path, body, refusal) => {
    expect(said(await reader.post(path, body))).toEqual(refusal)
  })

  it.each([
    ['/api/learn/nothing', 404],
    ['/api/learn/media/nothing', 400],
    [`/api/learn/media/${newId()}`, 404],
    ['/api/certificates/nothing', 404],
    [`/api/certificates/${newId()}`, 404],
    ['/certificates/nothing.pdf', 404],
    ['/certificates/nothing', 404],
    [`/orders/${newId()}/thanks`, 404],
    ['/orders/nothing/thanks', 404],
    ['/pay/test/nothing', 404],
    ['/courses/nothing', 404],
    ['/learn/nothing', 404],
    [`/learn/${COURSE}/nothing`, 404],
    [`/learn/${COURSE}/${newId()}`, 404],
    ['/nothing/at/all', 404],
    ['/api/nothing', 404],
    ['/api/orders/nothing', 404],
    ['/api/checkout/quote?offer=1', 400],
  ])('GET %s is answered %i', async (path, status) => {
    expect((await reader.get(path)).status).toBe(status)
  })
})
