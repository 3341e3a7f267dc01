import { bytesOfRow } from './bytes'

describe('the bytes of a file', () => {
  it('are its own and those of the pictures made of it', () => {
    const sizes = { large: { filesize: null }, medium: null, small: { filesize: 20 } }
    expect(bytesOfRow({ filesize: 100, sizes })).toBe(120)
  })

  it('are none where nothing was measured', () => {
    expect(bytesOfRow({})).toBe(0)
    expect(bytesOfRow({ filesize: null, sizes: null })).toBe(0)
  })
})
