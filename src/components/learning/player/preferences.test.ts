import { preferencesIn } from './preferences'

const usual = { captions: null, height: null, muted: false, rate: 1, volume: 1 }

it.each([
  null,
  '',
  'not json',
  '[]',
  '"text"',
  'null',
  '{"rate":"fast","volume":9,"height":"720"}',
])('takes what is usual for %s', (text) => {
  expect(preferencesIn(text)).toEqual(usual)
})

it('goes by what was chosen', () => {
  const chosen = { captions: 'he', height: 480, muted: true, rate: 1.5, volume: 0.3 }

  expect(preferencesIn(JSON.stringify(chosen))).toEqual(chosen)
  expect(preferencesIn('{"rate":2}')).toEqual({ ...usual, rate: 2 })
})
