import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Locator } from 'playwright-core'

import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

import { SHOTS } from './browser'

/** Where pictures that were looked at and found good are kept. */
const KEPT = path.resolve('src/test/e2e/screenshots')

/**
 * How a picture may differ. Pictures are compared at half their size, where the rasters of two machines agree: a pixel counts
 * when its colour is off by more than `COLOUR` (0–1, YIQ), a picture when more than `SHARE` of its pixels count.
 */
const COLOUR = 0.15
const SHARE = 0.002

/** Pixels by which a part may be higher or lower than the kept one. */
const HEIGHT = 2

type Raw = { data: Buffer; height: number; width: number }

const rawOf = async (png: Buffer): Promise<Raw> => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

  return { data, height: info.height, width: info.width }
}

const cut = (png: Buffer, { height, width }: { height: number; width: number }): Promise<Buffer> =>
  sharp(png).extract({ height, left: 0, top: 0, width }).png().toBuffer()

/** A picture of a part of a page at half its size, in few bytes. */
const taken = async (part: Locator): Promise<Buffer> => {
  const shot = await part.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' })
  const { width = 2 } = await sharp(shot).metadata()

  return sharp(shot)
    .resize({ kernel: 'mitchell', width: Math.round(width / 2) })
    .png({ colours: 128, compressionLevel: 9, effort: 10, palette: true })
    .toBuffer()
}

const keep = (folder: string, name: string, png: Buffer): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.png`), png)
}

/**
 * What is wrong with how a part of a page looks, or null where it looks as it did: its picture is compared with the one that is
 * kept under `name`. Where they differ, the picture and what differs lie in `.data/screenshots`. With UPDATE_SCREENSHOTS=1 the
 * picture is kept from now on.
 */
export const lookOf = async (part: Locator, name: string): Promise<null | string> => {
  const actual = await taken(part)
  const file = path.join(KEPT, `${name}.png`)
  if (process.env.UPDATE_SCREENSHOTS === '1') {
    keep(KEPT, name, actual)

    return null
  }
  if (!existsSync(file)) {
    keep(SHOTS, name, actual)

    return `${name}: there is no picture of it yet`
  }
  const [before, now] = [await rawOf(readFileSync(file)), await rawOf(actual)]
  const height = Math.min(before.height, now.height)
  if (before.width !== now.width || Math.abs(before.height - now.height) > HEIGHT) {
    keep(SHOTS, name, actual)

    return `${name}: ${now.width} × ${now.height} in place of ${before.width} × ${before.height}`
  }
  const { width } = now
  const [one, other] = await Promise.all(
    [readFileSync(file), actual].map(async (png) => rawOf(await cut(png, { height, width }))),
  )
  const diff = Buffer.alloc(width * height * 4)
  const count = pixelmatch(one?.data ?? diff, other?.data ?? diff, diff, width, height, {
    threshold: COLOUR,
  })
  if (count <= width * height * SHARE) {
    return null
  }
  keep(SHOTS, name, actual)
  keep(
    SHOTS,
    `${name}.diff`,
    await sharp(diff, { raw: { channels: 4, height, width } })
      .png()
      .toBuffer(),
  )

  return `${name}: ${count} of ${width * height} pixels differ, see .data/screenshots/${name}.diff.png`
}
