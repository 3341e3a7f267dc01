import { spot } from './markDrawing'

it('goes all over the picture, and never stays near where it was', () => {
  const spots = Array.from({ length: 100 }, (_, place) => spot(place))
  const corners = new Set(spots.map(({ x, y }) => `${Math.floor(x * 3)} ${Math.floor(y * 3)}`))

  expect(corners.size).toBe(9)
  expect(
    spots.every(({ x, y }, place) => {
      const next = spot(place + 1)

      return x >= 0 && x < 1 && y >= 0 && y < 1 && Math.hypot(x - next.x, y - next.y) > 0.2
    }),
  ).toBe(true)
})
