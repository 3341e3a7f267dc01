/** What moves over a picture: whose screen it is, and the code that leads back to the account. */
export type Mark = { code: string; name: string }

/** A part of a canvas, in its own pixels. */
type Region = { height: number; width: number; x: number; y: number }

/** Where the mark is at its `place`th stop, in shares of the picture: all over it, and never where it just was. */
export const spot = (place: number): { x: number; y: number } => ({
  x: (place * 0.618_034 + 0.1) % 1,
  y: (place * 0.754_878 + 0.15) % 1,
})

const penOf = (canvas: HTMLCanvasElement) => canvas.getContext('2d', { willReadFrequently: true })

/** Writes the mark as films have it: light, with a dark edge, to be read on anything. Answers where it stands; null where there is no room. */
export const drawMark = (
  canvas: HTMLCanvasElement,
  { name, code }: Mark,
  place: number,
): null | Region => {
  const { clientHeight, clientWidth } = canvas
  const scale = Math.min(window.devicePixelRatio || 1, 2)
  canvas.width = Math.max(1, Math.round(clientWidth * scale))
  canvas.height = Math.max(1, Math.round(clientHeight * scale))
  const pen = penOf(canvas)
  if (!pen || clientWidth < 2 || clientHeight < 2) {
    return null
  }
  const size = Math.max(12, Math.round(clientWidth / 55))
  pen.scale(scale, scale)
  pen.font = `600 ${size}px sans-serif`
  pen.textBaseline = 'top'
  const words = `${name} · ${code}`
  const width = Math.min(pen.measureText(words).width, clientWidth * 0.9)
  const at = spot(place)
  const [x, y] = [(clientWidth - width) * at.x, Math.max(0, (clientHeight - size * 2) * at.y)]
  pen.lineJoin = 'round'
  pen.lineWidth = 3
  pen.strokeStyle = 'rgba(0, 0, 0, 0.35)'
  pen.fillStyle = 'rgba(255, 255, 255, 0.5)'
  pen.strokeText(words, x, y, width)
  pen.fillText(words, x, y, width)

  return { height: size * scale, width: Math.max(1, width * scale), x: x * scale, y: y * scale }
}

/** Whether what was drawn there is still to be seen. */
export const isDrawn = (canvas: HTMLCanvasElement, { height, width, x, y }: Region): boolean => {
  const { data } = penOf(canvas)?.getImageData(x, y, width, height) ?? { data: [] }
  for (let at = 3; at < data.length; at += 4) {
    if ((data[at] ?? 0) > 60) {
      return true
    }
  }

  return false
}
