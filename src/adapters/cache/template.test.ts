import { gunzipSync } from 'node:zlib'

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { dataScript, Template } from './template'

const html = `<html><head><title>שלום</title></head><body>${'light '.repeat(2000)}</body></html>`

describe('Template', () => {
  it('puts data into the head of the page, plain and compressed alike', () => {
    const template = new Template(Buffer.from(html))
    for (const name of ['Maya', 'שירה', 'x'.repeat(50_000)]) {
      const given = { html: dataScript('learner', { name }) }
      const plain = template.with({ ...given, encoding: 'identity' }).toString()
      const zipped = template.with({ ...given, encoding: 'gzip' })

      expect(plain).toBe(
        html.replace(
          '</head>',
          `<script type="application/json" id="learner">{"name":"${name}"}</script></head>`,
        ),
      )
      expect(gunzipSync(zipped).toString()).toBe(plain)
    }
  })

  it('lets nothing in the data end the script', () => {
    const data = { name: '</script><script>alert(1)</script>' }
    const [, json] = /id="x">(.*?)<\/script>/.exec(dataScript('x', data)) ?? []

    expect(JSON.parse(json ?? '')).toEqual(data)
  })

  it('puts a part into the place that the page has for it, instead of what stands there', () => {
    const page = (part: string) =>
      `<html><head></head><body>שלום<reader-part data-part="Checkout">${part}</reader-part></body></html>`
    const template = new Template(Buffer.from(page('<p>One moment…</p>')))
    const part = '<h1>Maya’s order</h1>'

    expect(template.with({ encoding: 'identity', html: part }).toString()).toBe(page(part))
    expect(gunzipSync(template.with({ encoding: 'gzip', html: part })).toString()).toBe(page(part))
  })

  it('knows what the page says all readers share', () => {
    const shared = { name: `<Ada> & "Ben's" &amp;`, zone: 'Asia/Jerusalem' }
    const given = renderToStaticMarkup(
      createElement('reader-part', { 'data-shared': JSON.stringify(shared) }),
    )

    expect(new Template(Buffer.from(given)).shared).toEqual(shared)
    expect(new Template(Buffer.from(html)).shared).toEqual({})
  })

  it('compresses what is the same for everybody once', () => {
    const template = new Template(Buffer.from(html))
    const zipped = template.with({ encoding: 'gzip', html: dataScript('x', {}) })

    expect(zipped.length).toBeLessThan(html.length / 10)
    expect(template.bytes).toBeGreaterThan(html.length)
  })

  it('refuses a page without a head', () => {
    expect(() => new Template(Buffer.from('<p>no</p>'))).toThrow('head')
  })
})
