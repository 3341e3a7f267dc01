import { renderToString } from 'react-dom/server'

// As on a server, where there is no browser that the player's code could ask for anything while it is read.
it.each([
  ['film', async () => (await import('./Film')).Film],
  ['recording', async () => (await import('./Sound')).Sound],
])('the place of a %s is rendered by the server, with the player’s code read', async (_, load) => {
  const Place = await load()

  expect('HTMLVideoElement' in globalThis).toBe(false)
  expect(renderToString(<Place playing={null} />)).toMatch(/^<div aria-hidden="true" class="/)
})
