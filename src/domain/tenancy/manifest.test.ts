import { manifestOf } from './manifest'

it('tells a home screen the school’s name, its colours and its icons', () => {
  const manifest = manifestOf({
    name: 'אופק – בית ספר לקרמיקה',
    accent: '#b4532e',
    locale: 'he',
    tagline: null,
  })
  expect(manifest).toMatchObject({
    name: 'אופק – בית ספר לקרמיקה',
    dir: 'rtl',
    display: 'standalone',
    lang: 'he',
    short_name: 'אופק',
    start_url: '/',
    theme_color: expect.stringMatching(/^#[0-9a-f]{6}$/),
  })
  expect(manifest.icons.map(({ purpose, sizes }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  expect(
    manifestOf({ name: 'Aurora', accent: '#3b5bdb', locale: 'en', tagline: 'Light' }),
  ).toMatchObject({
    description: 'Light',
    short_name: 'Aurora',
  })
})
