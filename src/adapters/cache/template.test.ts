import { gunzipSync } from 'node:zlib'

import { Template } from './template'

const html = `<html><head><title>שלום</title></head><body>${'light '.repeat(2000)}</body></html>`

describe('Template', () => {
  it('puts data into the head of the page, plain and compressed alike', () => {
    const template = new Template(Buffer.from(html))
    for (const name of ['Maya', 'שירה', 'x'.repeat(50_000)]) {
      const given = { id: 'learner', data: { name } }
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
    const page = new Template(Buffer.from(html)).with({ id: 'x', data, encoding: 'identity' })
    const [, json] = /id="x">(.*?)<\/script>/.exec(page.toString()) ?? []

    expect(JSON.parse(json ?? '')).toEqual(data)
  })

  it('compresses what is the same for everybody once', () => {
    const template = new Template(Buffer.from(html))
    const zipped = template.with({ id: 'x', data: {}, encoding: 'gzip' })

    expect(zipped.length).toBeLessThan(html.length / 10)
    expect(template.bytes).toBeGreaterThan(html.length)
  })

  it('refuses a page without a head', () => {
    expect(() => new Template(Buffer.from('<p>no</p>'))).toThrow('head')
  })
})
