import { Circle, G, Line, Path, Svg } from '@react-pdf/renderer'

type Props = { colour: string; size: number }

const RAYS = 60
const PETALS = 12
const TURN = Math.PI * 2

const at = (angle: number, radius: number) => ({
  x: 50 + Math.cos(angle) * radius,
  y: 50 + Math.sin(angle) * radius,
})

/** A petal from near the middle to `radius`, two arcs wide. */
const petal = (angle: number, radius: number): string => {
  const from = at(angle, 5)
  const to = at(angle, radius)
  const left = at(angle - 0.32, radius * 0.62)
  const right = at(angle + 0.32, radius * 0.62)

  return `M${from.x} ${from.y}Q${left.x} ${left.y} ${to.x} ${to.y}Q${right.x} ${right.y} ${from.x} ${from.y}Z`
}

/** The school's seal: a rosette of rings, rays and petals in one colour, `size` points wide. */
export const Seal = ({ colour, size }: Props) => (
  <Svg style={{ height: size, width: size }} viewBox="0 0 100 100">
    <Circle cx={50} cy={50} fill="none" r={48} stroke={colour} strokeWidth={1} />
    <G>
      {Array.from({ length: RAYS }, (_, index) => {
        const angle = (index / RAYS) * TURN
        const from = at(angle, index % 5 === 0 ? 40 : 42.5)
        const to = at(angle, 45)

        return (
          <Line
            key={index}
            stroke={colour}
            strokeWidth={index % 5 === 0 ? 1 : 0.6}
            x1={from.x}
            x2={to.x}
            y1={from.y}
            y2={to.y}
          />
        )
      })}
    </G>
    <Circle cx={50} cy={50} fill="none" r={36} stroke={colour} strokeWidth={0.6} />
    <G>
      {Array.from({ length: PETALS }, (_, index) => (
        <Path
          d={petal((index / PETALS) * TURN, 32)}
          fill={colour}
          fillOpacity={index % 2 ? 0.35 : 0.9}
          key={index}
        />
      ))}
    </G>
    <Circle cx={50} cy={50} fill={colour} r={3.2} />
  </Svg>
)
